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
  /** Default: v2, as published. */
  readonly etcdApi?: "v2" | "v3";
  /** TLS and passwords, as in the published file; without it everybody on this machine is trusted. */
  readonly secured?: SecuredDatabase;
};

export type SecuredDatabase = {
  /** Where `server.pem`, `server.key` and `ca.pem` lie. */
  readonly folder: string;
  readonly password: string;
};

/** With where this server reaches etcd. */
type NodeInput = ClusterInput & { readonly etcdPorts: readonly number[] };

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
export function databaseNode(input: NodeInput, index: number): DatabaseNode {
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
        // Certificates of whoever starts the drill are not this user's.
        env: { HOME: folder },
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

type NodeFiles = {
  readonly index: number;
  readonly name: string;
  readonly data: string;
};

/** The file that operators get, for this machine. */
function patroniConfig(input: NodeInput, node: NodeFiles): string {
  const { folder, firstPort, isSynchronous } = input;
  const { index, name, data } = node;
  const given = patroniFile.parse(parse(readDeployFile("patroni/patroni.yml")));
  const { postgresql, bootstrap } = given;
  const rest = `127.0.0.1:${restPort(firstPort, index)}`;
  const sql = `127.0.0.1:${sqlPort(firstPort, index)}`;
  return stringify({
    ...given,
    name,
    restapi: { listen: rest, connect_address: rest },
    etcd: undefined,
    [input.etcdApi === "v3" ? "etcd3" : "etcd"]: {
      hosts: input.etcdPorts.map((port) => `127.0.0.1:${port}`).join(","),
      // By these ways only, which can be cut.
      use_proxies: true,
    },
    bootstrap: {
      ...bootstrap,
      dcs: { ...bootstrap.dcs, synchronous_mode: isSynchronous },
    },
    postgresql: {
      ...postgresql,
      listen: sql,
      connect_address: sql,
      data_dir: data,
      pgpass: path.join(folder, `${name}.pgpass`),
      ...(input.secured
        ? securedPart(postgresql, input.secured)
        : trustingPart(postgresql)),
      parameters: {
        ...(input.secured && inFolder(postgresql.parameters, input.secured)),
        unix_socket_directories: folder,
      },
    },
    watchdog: { mode: "off" },
  });
}

type Published = z.infer<typeof patroniFile>["postgresql"];

/** As published, with addresses, passwords and folders of the drill. */
function securedPart(
  { authentication, pg_hba }: Published,
  secured: SecuredDatabase,
) {
  const own = Object.entries(authentication).map(([part, login]) => [
    part,
    { ...inFolder(login, secured), password: secured.password },
  ]);
  return {
    authentication: Object.fromEntries(own) as unknown,
    pg_hba: pg_hba.map((rule) => rule.replace("10.0.0.0/24", "127.0.0.1/32")),
  };
}

const inFolder = (
  settings: Readonly<Record<string, string>>,
  { folder }: SecuredDatabase,
) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      value.replace("/etc/patroni", folder),
    ]),
  );

function trustingPart({ authentication }: Published) {
  const own = Object.entries(authentication).map(([part, login]) => [
    part,
    { username: login["username"], password: login["password"] },
  ]);
  return {
    authentication: Object.fromEntries(own) as unknown,
    pg_hba: [
      "local all all trust",
      "host all all 127.0.0.1/32 trust",
      "host replication all 127.0.0.1/32 trust",
    ],
  };
}

const texts = z.record(z.string(), z.string());
const patroniFile = z.looseObject({
  bootstrap: z.looseObject({ dcs: z.looseObject({}) }),
  postgresql: z.looseObject({
    parameters: texts,
    authentication: z.record(z.string(), texts),
    pg_hba: z.array(z.string()),
  }),
});
