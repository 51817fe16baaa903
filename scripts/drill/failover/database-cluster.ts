import { chownSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { visitorOf } from "../../../src/main/testing/visitor.ts";
import { startToxicProxy } from "../faults/toxic-proxy.ts";
import { etcdNode, type EtcdNode } from "./etcd-node.ts";
import { changedFile } from "../rolling/deploy-file.ts";
import {
  count,
  databaseNode,
  range,
  restPort,
  sqlPort,
  type ClusterInput,
  type DatabaseNode,
} from "./database-node.ts";
import {
  startProgram,
  until,
  type RunningProgram,
} from "../rolling/running-program.ts";

export type DatabaseCluster = {
  /** Leads to the primary, whichever it is. */
  readonly port: number;
  readonly nodes: readonly DatabaseNode[];
  readonly etcds: readonly EtcdNode[];
  /** Nothing goes through between this server and etcd any more, or does again; clients and other servers still reach it. */
  cutFromEtcd(node: DatabaseNode, isCut: boolean): void;
  primary(): Promise<DatabaseNode>;
  /** Waits until there is one. */
  untilPrimary(): Promise<DatabaseNode>;
  /** Hands the primary's role over as planned. */
  switchOver(): Promise<void>;
  /** Waits until there is a primary and all others follow it, one of them synchronously where that is set. */
  untilWhole(): Promise<void>;
  stop(): Promise<void>;
};

const members = z.object({
  members: z.array(
    z.object({
      role: z.string(),
      state: z.string(),
    }),
  ),
});

/** Three PostgreSQL servers with Patroni, three etcd and HAProxy, with the files of deploy/. */
export async function startDatabaseCluster(
  input: ClusterInput,
): Promise<DatabaseCluster> {
  const { folder, user, firstPort, isSynchronous } = input;
  mkdirSync(folder, { recursive: true });
  chownSync(folder, user.uid, user.gid);
  const etcds = range(count).map((index) => etcdNode(input, index));
  for (const etcd of etcds) etcd.start();
  const ways = await Promise.all(
    range(count).map(() => waysTo(etcds.map(({ port }) => port))),
  );
  const nodes = ways.map((way, index) =>
    databaseNode({ ...input, etcdPorts: way.ports }, index),
  );
  const port = firstPort;
  const proxy = startPrimaryProxy(input, port);
  const cluster = clusterOf(nodes, { port, isSynchronous });
  const cutFromEtcd = (node: DatabaseNode, isCut: boolean) =>
    ways[nodes.indexOf(node)]?.cut(isCut);
  const stop = async () => {
    for (const node of nodes) node.signal("SIGCONT");
    for (const node of nodes) node.signal("SIGKILL");
    await proxy.stop("SIGKILL");
    await Promise.all([...etcds, ...ways].map((one) => one.stop()));
  };
  try {
    await until(() => areReady(etcds), {
      within: 60_000,
      what: "etcd does not answer",
    });
    for (const node of nodes) node.start();
    await cluster.untilWhole();
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...cluster, etcds, cutFromEtcd, stop };
}

async function areReady(etcds: readonly EtcdNode[]): Promise<boolean> {
  const ready = await Promise.all(etcds.map((etcd) => etcd.isReady()));
  return ready.every(Boolean);
}

/** How one server reaches etcd, so that it can be cut off while everybody else is not. */
async function waysTo(ports: readonly number[]) {
  const proxies = await Promise.all(
    ports.map((port) => startToxicProxy({ port })),
  );
  return {
    ports: proxies.map(({ port }) => port),
    cut: (isCut: boolean) => {
      for (const proxy of proxies)
        proxy.set({ kind: isCut ? "silent" : "well" });
    },
    stop: () => Promise.all(proxies.map((proxy) => proxy.stop())),
  };
}

function startPrimaryProxy(
  { folder, firstPort }: ClusterInput,
  port: number,
): RunningProgram {
  const servers = range(count)
    .map(
      (index) =>
        `  server pg${index + 1} 127.0.0.1:${sqlPort(firstPort, index)} check port ${restPort(firstPort, index)}\n`,
    )
    .join("");
  const file = path.join(folder, "haproxy-postgres.cfg");
  writeFileSync(
    file,
    changedFile("reverse-proxy/haproxy-postgres.cfg", [
      [/^ {2}bind :5000\n/m, `  bind 127.0.0.1:${port}\n`],
      [/(?:^ {2}server pg\d .*\n)+/m, servers],
    ]),
  );
  return startProgram({
    command: "haproxy",
    args: ["-db", "-f", file],
    logFile: path.join(folder, "haproxy-postgres.log"),
  });
}

function clusterOf(
  nodes: readonly DatabaseNode[],
  {
    port,
    isSynchronous,
  }: { readonly port: number; readonly isSynchronous: boolean },
): Omit<DatabaseCluster, "stop" | "etcds" | "cutFromEtcd"> {
  return {
    port,
    nodes,
    primary: () => primaryOf(nodes),
    untilPrimary: async () => {
      await until(() => primaryOf(nodes).then(() => true), {
        within: 180_000,
        what: "there is no primary",
      });
      return primaryOf(nodes);
    },
    switchOver: async () => {
      const from = await primaryOf(nodes);
      const answer = await visitor(from).visit("/switchover", {
        method: "POST",
        body: JSON.stringify({ leader: from.name }),
        headers: { "content-type": "application/json" },
      });
      if (answer.status !== 200)
        throw new Error(`drill: switchover answers ${answer.text}`);
    },
    untilWhole: () =>
      until(() => isWhole(nodes, { isSynchronous }), {
        within: 180_000,
        what: "the database cluster is not whole",
      }),
  };
}

async function primaryOf(
  nodes: readonly DatabaseNode[],
): Promise<DatabaseNode> {
  const asked = await Promise.all(
    nodes.map(async (node) => {
      const answer = await ask(node, "/primary").catch(() => undefined);
      return answer?.status === 200 ? [node] : [];
    }),
  );
  const [found] = asked.flat();
  if (!found) throw new Error("drill: there is no primary");
  return found;
}

async function isWhole(
  nodes: readonly DatabaseNode[],
  { isSynchronous }: { readonly isSynchronous: boolean },
): Promise<boolean> {
  const answer = await ask(await primaryOf(nodes), "/cluster");
  const { members: all } = members.parse(JSON.parse(answer.text));
  const followers = all.filter(({ role }) => role !== "leader");
  const wanted = isSynchronous ? "sync_standby" : "replica";
  return (
    followers.length === nodes.length - 1 &&
    followers.every(({ state }) => /running|streaming/.test(state)) &&
    followers.some(({ role }) => role === wanted)
  );
}

const visitor = ({ restPort: port }: DatabaseNode) =>
  visitorOf({ port, baseUrl: () => `http://localhost:${port}` }, "");

const ask = (node: DatabaseNode, address: string) =>
  Promise.race([
    visitor(node).visit(address),
    // A frozen node takes the connection and says nothing.
    new Promise<never>((_, reject) =>
      setTimeout(() => {
        reject(new Error("no answer"));
      }, 2_000).unref(),
    ),
  ]);
