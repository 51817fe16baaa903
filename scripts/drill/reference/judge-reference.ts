import pg from "pg";
import { compare, type Finding } from "../compare.ts";
import { findUnscanned } from "../faults/apart/backed-stage.ts";
import { untilDrained } from "../faults/apart/failures.ts";
import {
  findAtHook,
  findLostMails,
  findWrongTimes,
} from "../faults/apart/judge-apart.ts";
import type { Ledger } from "../ledger.ts";
import { findUnreadable, findWronglyArrived } from "./attached-files.ts";
import type { Noticed, ReferenceRun } from "./run-reference.ts";
import type { ReferenceStage } from "./stage.ts";

/** Waits until everything has left, and compares what people were told with database, store, receivers and mails. */
export async function judgeReference(
  stage: ReferenceStage,
  ledger: Ledger,
  noticed: readonly Noticed[],
): Promise<Pick<ReferenceRun, "findings" | "database">> {
  await untilDrained(stage, new Date());
  const client = new pg.Client(stage.address);
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>(
      "show server_version",
    );
    const { installation: portal } = stage;
    return {
      database: `PostgreSQL ${rows[0]?.server_version ?? "unknown"}`,
      findings: [
        ...(await compare({ portal, database: client, ledger })),
        await findWrongTimes(stage, ledger),
        findAtHook(stage, ledger),
        findWronglyArrived(stage, ledger),
        await findUnreadable(stage, ledger),
        await findUnscanned(stage, ledger),
        ...(await findLostMails(stage)).findings,
        ...findNoticed(noticed),
      ],
    };
  } finally {
    await client.end();
  }
}

function findNoticed(noticed: readonly Noticed[]): readonly Finding[] {
  const unseen = noticed.filter(({ isUnseen }) => isUnseen);
  return [
    {
      promise: "of planned work nobody noticed anything",
      counted: unseen.length,
      broken: unseen.flatMap(({ cell, troubles, read }) =>
        troubles + read.failed === 0
          ? []
          : [
              `${cell}: ${String(troubles)} of those who sent, ${String(read.failed)} of those who read`,
            ],
      ),
    },
    {
      promise: "public pages could be read all the time",
      counted: noticed.reduce((sum, { read }) => sum + read.requests, 0),
      broken: noticed.flatMap(({ cell, read }) =>
        read.failed === 0
          ? []
          : [
              `${cell}: ${String(read.failed)} failed (${kindsOf(read.failedBy)})`,
            ],
      ),
    },
    {
      promise: "each part did as it was told",
      counted: noticed.length,
      broken: noticed.flatMap(({ cell, wrong }) =>
        wrong.map((what) => `${cell}: ${what}`),
      ),
    },
  ];
}

const kindsOf = (failedBy: Readonly<Record<string, number>>): string =>
  Object.entries(failedBy)
    .map(([kind, times]) => `${String(times)} × ${kind}`)
    .join(", ");
