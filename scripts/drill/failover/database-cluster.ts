import { chownSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { visitorOf } from "../../../src/main/testing/visitor.ts";
import { changedFile } from "../rolling/deploy-file.ts";
import {
  count,
  databaseNode,
  etcdPort,
  peerPort,
  range,
  restPort,
  sqlPort,
  type ClusterInput,
  type DatabaseNode,
} from "./database-node.ts";
import {
  answers,
  startProgram,
  until,
  type RunningProgram,
} from "../rolling/running-program.ts";

export type DatabaseCluster = {
  /** Leads to the primary, whichever it is. */
  readonly port: number;
  readonly nodes: readonly DatabaseNode[];
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
  const etcds = range(count).map((index) => startEtcd(input, index));
  const nodes = range(count).map((index) => databaseNode(input, index));
  const port = firstPort;
  const proxy = startPrimaryProxy(input, port);
  const cluster = clusterOf(nodes, { port, isSynchronous });
  const stop = async () => {
    for (const node of nodes) node.signal("SIGCONT");
    for (const node of nodes) node.signal("SIGKILL");
    await Promise.all([proxy, ...etcds].map((one) => one.stop("SIGKILL")));
  };
  try {
    await until(() => answers(etcdPort(firstPort, 0)), {
      within: 60_000,
      what: "etcd does not answer",
    });
    for (const node of nodes) node.start();
    await cluster.untilWhole();
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...cluster, stop };
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
): Omit<DatabaseCluster, "stop"> {
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
