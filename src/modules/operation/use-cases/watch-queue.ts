import type { Context } from "../../../platform/context/context.ts";
import {
  listDeadJobs,
  reviveJob,
  type DeadJob,
} from "../../../platform/jobs/job-store.ts";
import { refuse, ok, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { countAnew } from "./count-now.ts";

export type { DeadJob };

const shownDeadJobs = 100;

/** Dead letters of all tenants, the newest first. None for anybody but the operator. */
export async function listGivenUp(
  context: Context,
): Promise<readonly DeadJob[]> {
  if (!context.actor.may("operator")) return [];
  return context.transaction((db) => listDeadJobs(db, shownDeadJobs));
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
    await countAnew(db);
    await recordAudit(context, db, {
      action: "job.revived",
      subject: { kind: "job", id: jobId },
    });
    return ok(undefined);
  });
}
