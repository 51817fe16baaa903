import type { Context } from "../../../platform/context/context.ts";
import {
  countQueue,
  listDeadJobs,
  reviveJob,
  type DeadJob,
  type QueueCounts,
} from "../../../platform/jobs/job-store.ts";
import { refuse, ok, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";

export type QueueView = {
  readonly counts: QueueCounts;
  readonly dead: readonly DeadJob[];
};

const shownDeadJobs = 100;

const nothing: QueueView = {
  counts: { waiting: 0, overdueSeconds: 0, dead: 0 },
  dead: [],
};

/** Length of the queue and its dead letters over all tenants. Empty for anybody but the operator. */
export async function watchQueue(context: Context): Promise<QueueView> {
  if (!context.actor.may("operator")) return nothing;
  return context.transaction(async (db) => {
    const [counts, dead] = await Promise.all([
      countQueue(db),
      listDeadJobs(db, shownDeadJobs),
    ]);
    return { counts, dead };
  });
}

/** Puts a dead letter back into the queue; audited. */
export async function reviveDeadJob(
  context: Context,
  jobId: string,
): Promise<Result<void, { kind: "not-found" }>> {
  if (!context.actor.may("operator") || !isId(jobId))
    return refuse({ kind: "not-found" });
  return context.transaction(async (db) => {
    if (!(await reviveJob(db, jobId))) return refuse({ kind: "not-found" });
    await recordAudit(context, db, {
      action: "job.revived",
      subject: { kind: "job", id: jobId },
    });
    return ok(undefined);
  });
}
