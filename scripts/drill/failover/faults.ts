import { setTimeout as sleep } from "node:timers/promises";
import type { EtcdNode } from "./etcd-node.ts";
import type { DatabaseCluster } from "./database-cluster.ts";

/** What happens to the database while people send, by name. `heal` brings back what does not come back by itself. */
export type Fault = {
  readonly about: string;
  strike(cluster: DatabaseCluster): Promise<Heal>;
};
type Heal = () => Promise<void> | void;

const frozenMs = 30_000;
const behindMs = 2_000;
/** Long enough that on an overloaded machine, too, something is confirmed meanwhile. */
const farBehindMs = 6_000;

const etcdMs = 25_000;
const cutMs = 40_000;

async function leaderOf(etcds: readonly EtcdNode[]): Promise<EtcdNode> {
  for (const etcd of etcds) if (await etcd.isLeader()) return etcd;
  throw new Error("drill: no etcd leads");
}

const behindFor = (ms: number): Fault => ({
  about: `both standbys frozen for ${String(ms / 1_000)} s, then the primary killed with -9`,
  strike: async (cluster) => {
    const primary = await cluster.primary();
    const others = cluster.nodes.filter((node) => node !== primary);
    for (const node of others) node.signal("SIGSTOP");
    await sleep(ms);
    primary.signal("SIGKILL");
    // What they have been sent and did not read is lost with the primary, as on another machine.
    for (const node of others) node.killReceiver();
    for (const node of others) node.signal("SIGCONT");
    return () => {
      primary.start();
    };
  },
});

export const faults = {
  kill: {
    about: "primary and its Patroni killed with -9",
    strike: async (cluster) => {
      const primary = await cluster.primary();
      primary.signal("SIGKILL");
      return () => {
        primary.start();
      };
    },
  },
  behind: behindFor(behindMs),
  freeze: {
    about: "primary and its Patroni frozen for 30 s, then thawed",
    strike: async (cluster) => {
      const primary = await cluster.primary();
      primary.signal("SIGSTOP");
      const thawed = sleep(frozenMs).then(() => {
        primary.signal("SIGCONT");
      });
      return () => thawed;
    },
  },
  switchover: {
    about: "planned switchover",
    strike: async (cluster) => {
      await cluster.switchOver();
      return () => undefined;
    },
  },
  "etcd-one": {
    about: "one of three etcd that does not lead killed with -9",
    strike: async ({ etcds }) => {
      const leading = await leaderOf(etcds);
      const other = etcds.find((etcd) => etcd !== leading);
      other?.signal("SIGKILL");
      await sleep(etcdMs);
      return () => other?.start();
    },
  },
  "etcd-leader": {
    about: "the leading etcd frozen for 25 s",
    strike: async ({ etcds }) => {
      const leading = await leaderOf(etcds);
      leading.signal("SIGSTOP");
      await sleep(etcdMs);
      return () => {
        leading.signal("SIGCONT");
      };
    },
  },
  "etcd-two": {
    about: "two of three etcd killed with -9, back after 25 s",
    strike: async ({ etcds }) => {
      const gone = etcds.slice(1);
      for (const etcd of gone) etcd.signal("SIGKILL");
      await sleep(etcdMs);
      for (const etcd of gone) etcd.start();
      return () => undefined;
    },
  },
  "etcd-cut": {
    about:
      "the primary's server cut off from etcd for 40 s, not from anybody else",
    strike: async (cluster) => {
      const primary = await cluster.primary();
      cluster.cutFromEtcd(primary, true);
      const healed = sleep(cutMs).then(() => {
        cluster.cutFromEtcd(primary, false);
      });
      return () => healed;
    },
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** The control, for a cluster without a synchronous standby: what was confirmed meanwhile is lost with the primary. */
export const losingFault: Fault = behindFor(farBehindMs);
