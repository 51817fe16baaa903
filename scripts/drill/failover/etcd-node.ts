import path from "node:path";
import { z } from "zod";
import { visitorOf } from "../../../src/main/testing/visitor.ts";
import {
  startProgram,
  type RunningProgram,
} from "../rolling/running-program.ts";
import {
  count,
  etcdPort,
  peerPort,
  range,
  type ClusterInput,
} from "./database-node.ts";

/** One of the three that know who the primary is. */
export type EtcdNode = {
  readonly port: number;
  start(): void;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<unknown>;
  /** Whether it answers, and the three have agreed on what they are: Patroni 3.0.2 does not start before. */
  isReady(): Promise<boolean>;
  /** Whether it leads the three. */
  isLeader(): Promise<boolean>;
};

const version = z.object({ etcdcluster: z.string() });
const self = z.object({ state: z.string() });

/** An etcd, not started yet. What it knew is there again when it is started anew. */
export function etcdNode(input: ClusterInput, index: number): EtcdNode {
  const port = etcdPort(input.firstPort, index);
  const state: { program?: RunningProgram } = {};
  const visitor = visitorOf(
    { port, baseUrl: () => `http://localhost:${port}` },
    "",
  );
  return {
    port,
    start: () => {
      state.program = startEtcd(input, index);
    },
    signal: (name) => state.program?.signal(name),
    stop: async () => state.program?.stop("SIGKILL"),
    isReady: async () => {
      const { text } = await visitor.visit("/version");
      return version.parse(JSON.parse(text)).etcdcluster !== "not_decided";
    },
    isLeader: async () => {
      const { text } = await visitor.visit("/v2/stats/self");
      return self.parse(JSON.parse(text)).state === "StateLeader";
    },
  };
}

function startEtcd(
  { folder, user, firstPort }: ClusterInput,
  index: number,
): RunningProgram {
  const url = (port: number) => `http://127.0.0.1:${port}`;
  const name = `etcd${index + 1}`;
  const all = range(count)
    .map((other) => `etcd${other + 1}=${url(peerPort(firstPort, other))}`)
    .join(",");
  return startProgram({
    command: "etcd",
    args: [
      `--name=${name}`,
      `--data-dir=${path.join(folder, name)}`,
      `--listen-client-urls=${url(etcdPort(firstPort, index))}`,
      `--advertise-client-urls=${url(etcdPort(firstPort, index))}`,
      `--listen-peer-urls=${url(peerPort(firstPort, index))}`,
      `--initial-advertise-peer-urls=${url(peerPort(firstPort, index))}`,
      `--initial-cluster=${all}`,
      "--enable-v2",
      // All of it shares two cores with everything else here.
      "--heartbeat-interval=500",
      "--election-timeout=5000",
    ],
    logFile: path.join(folder, `${name}.log`),
    user,
    // Asked to end it waits for the others, which have gone.
    endsBy: "SIGKILL",
  });
}
