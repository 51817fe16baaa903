import { writeFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { readDeployFile } from "../rolling/deploy-file.ts";
import {
  startProgram,
  type RunningProgram,
} from "../rolling/running-program.ts";
import { childrenOf, processId, send, titleOf } from "./process-tree.ts";

export type SystemUser = { readonly uid: number; readonly gid: number };

export type ClusterInput = {
  readonly folder: string;
  readonly user: SystemUser;
  readonly firstPort: number;
  readonly isSynchronous: boolean;
};

/** One database server with the Patroni that leads it. */
export type DatabaseNode = {
  readonly name: string;
  readonly restPort: number;
  start(): void;
  /** Sends a signal to Patroni, the server and all its processes. */
  signal(name: NodeJS.Signals): void;
  /** Ends what receives the log of changes, with what it has not read yet. */
  killReceiver(): void;
};

export const count = 3;
/** 0, 1, 2 … */
export const range = (length: number) =>
  Array.from({ length }, (_, index) => index);
export const etcdPort = (first: number, index: number) => first + 10 + index;
export const peerPort = (first: number, index: number) => first + 20 + index;
export const sqlPort = (first: number, index: number) => first + 30 + index;
export const restPort = (first: number, index: number) => first + 40 + index;

/** A server with its Patroni, not started yet. */
export function databaseNode(input: ClusterInput, index: number): DatabaseNode {
  const { folder, user, firstPort } = input;
  const name = `pg${index + 1}`;
  const data = path.join(folder, name);
  const config = path.join(folder, `${name}.yml`);
  writeFileSync(config, patroniConfig(input, { index, name, data }));
  const state: { patroni?: RunningProgram } = {};
  const server = () => processId(path.join(data, "postmaster.pid"));
  return {
    name,
    restPort: restPort(firstPort, index),
    start: () => {
      state.patroni = startProgram({
        command: "patroni",
        args: [config],
        logFile: path.join(folder, `${name}.log`),
        user,
      });
    },
    signal: (signal) => {
      const postmaster = server();
      if (state.patroni && !state.patroni.hasEnded())
        state.patroni.signal(signal);
      if (postmaster === undefined) return;
      const all = [postmaster, ...childrenOf(postmaster)];
      // Children last when they are to go on, so that none acts alone.
      for (const pid of all) send(pid, signal);
    },
    killReceiver: () => {
      const postmaster = server();
      if (postmaster === undefined) return;
      for (const pid of childrenOf(postmaster))
        if (titleOf(pid).includes("walreceiver")) send(pid, "SIGKILL");
    },
  };
}

/** The file that operators get, for this machine. */
function patroniConfig(
  { folder, firstPort, isSynchronous }: ClusterInput,
  node: {
    readonly index: number;
    readonly name: string;
    readonly data: string;
  },
): string {
  const { index, name, data } = node;
  const given = patroniFile.parse(parse(readDeployFile("patroni/patroni.yml")));
  const rest = `127.0.0.1:${restPort(firstPort, index)}`;
  const sql = `127.0.0.1:${sqlPort(firstPort, index)}`;
  return stringify({
    ...given,
    name,
    restapi: { listen: rest, connect_address: rest },
    etcd: {
      hosts: range(count)
        .map((other) => `127.0.0.1:${etcdPort(firstPort, other)}`)
        .join(","),
    },
    bootstrap: {
      ...given.bootstrap,
      dcs: { ...given.bootstrap.dcs, synchronous_mode: isSynchronous },
    },
    postgresql: {
      ...given.postgresql,
      listen: sql,
      connect_address: sql,
      data_dir: data,
      parameters: { unix_socket_directories: folder },
      pgpass: path.join(folder, `${name}.pgpass`),
      pg_hba: [
        "local all all trust",
        "host all all 127.0.0.1/32 trust",
        "host replication all 127.0.0.1/32 trust",
      ],
    },
    watchdog: { mode: "off" },
  });
}

const patroniFile = z.looseObject({
  bootstrap: z.looseObject({ dcs: z.looseObject({}) }),
  postgresql: z.looseObject({}),
});
