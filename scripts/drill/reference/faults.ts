import { setTimeout as sleep } from "node:timers/promises";
import {
  faults as databaseFaults,
  losingFault as losingDatabaseFault,
  type Fault,
} from "../failover/faults.ts";
import { killPooler, killStore } from "../faults/apart/backed-cells.ts";
import { reloadProxy } from "../faults/apart/cells.ts";
import { replace } from "../rolling/roll.ts";
import type { ReferenceStage } from "./stage.ts";

/** What happens to the set-up while people send. When `strike` is done everything is there again. */
export type ReferenceFault = {
  readonly about: string;
  /** Planned work of which nobody may notice anything. */
  readonly isUnseen?: true;
  /** Gives what went otherwise than it should. */
  strike(stage: ReferenceStage): Promise<readonly string[]>;
};

const breathMs = 3_000;
const times = 3;

export const referenceFaults = {
  rolling: {
    about:
      "all web processes and workers replaced (SIGTERM), one after the other",
    isUnseen: true,
    strike: replaceAll,
  },
  switchover: {
    about: "planned switchover of the primary database",
    strike: (stage) => strikeDatabase(stage, databaseFaults.switchover),
  },
  failover: {
    about: "primary database and its Patroni killed with -9",
    strike: (stage) => strikeDatabase(stage, databaseFaults.kill),
  },
  "pooler-reloaded": {
    about: `PgBouncer reads its configuration again (SIGHUP), ${String(times)} times`,
    isUnseen: true,
    strike: async ({ pooler }) => {
      for (let time = 0; time < times; time += 1) {
        pooler.reload();
        await sleep(breathMs);
      }
      return [];
    },
  },
  "pooler-killed": {
    about: "PgBouncer killed with -9 and started again after 3 s",
    strike: async (stage) => {
      await killPooler(stage);
      return [];
    },
  },
  "store-killed": {
    about: "S3 gateway (radosgw) killed with -9, 25 s",
    strike: async (stage) => {
      await killStore(stage, "gateway");
      return [];
    },
  },
  "proxy-reloaded": {
    about: "proxy reads its configuration again, ten times in 20 s",
    isUnseen: true,
    strike: async (stage) => {
      await reloadProxy(stage);
      return [];
    },
  },
} satisfies Record<string, ReferenceFault>;

/** The control, for a set-up without a synchronous standby: confirmed applications must be lost. */
export const losingFault: ReferenceFault = {
  about: losingDatabaseFault.about,
  strike: (stage) => strikeDatabase(stage, losingDatabaseFault),
};

async function strikeDatabase(
  { cluster }: ReferenceStage,
  fault: Fault,
): Promise<readonly string[]> {
  const before = await cluster.primary();
  const heal = await fault.strike(cluster);
  const after = await cluster.untilPrimary();
  await heal();
  await cluster.untilWhole();
  return after === before ? [`${before.name} is the primary still`] : [];
}

async function replaceAll({
  installation,
}: ReferenceStage): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const member of installation.members) {
    const { name, exitCode } = await replace(member);
    if (exitCode !== 0) wrong.push(`${name} ended with ${String(exitCode)}`);
    await sleep(breathMs);
  }
  return wrong;
}
