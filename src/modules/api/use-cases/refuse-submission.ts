import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { refuseHandedOver } from "../../delivery/index.ts";
import { versionOf } from "../domain/version.ts";
import type { ApiPorts } from "../ports.ts";
import type { Keep, KeptAnswer } from "./answer-once.ts";
import type { Caller } from "./authenticate-client.ts";
import { findIn, type Found } from "./read-submissions.ts";

export type RefuseSubmissionRefusal =
  | { readonly kind: "not-found" }
  /** It is decided, withdrawn or closed here: refusing comes too late. */
  | { readonly kind: "step-not-allowed" };

/**
 * The back office does not take the submission and says why: the delivery is rejected, which is a person's task, and applicant and office are
 * told, once. What is rejected already stays as it is. Audited, without the reason.
 */
export function refuseSubmission(
  caller: Caller,
  input: {
    readonly submissionId: string;
    readonly reason: string;
    readonly keep: Keep;
  },
  { onAnswer }: Pick<ApiPorts, "onAnswer">,
): Promise<Result<KeptAnswer, RefuseSubmissionRefusal>> {
  const { context } = caller;
  const { submissionId, reason, keep } = input;
  return context.transaction(async (db) => {
    const found = await findIn(caller, db, submissionId);
    if (!found) return refuse({ kind: "not-found" });
    if (isOver(found)) return refuse({ kind: "step-not-allowed" });
    const { handed } = found;
    const isNews = await refuseHandedOver(context, db, {
      handed,
      reason,
      onAnswer,
    });
    const after = (await findIn(caller, db, submissionId)) ?? found;
    const { state: delivery, receipt } = after.handed;
    const answer: KeptAnswer = {
      status: 200,
      etag: versionOf(after),
      body: JSON.stringify({ submissionId, delivery, receipt }),
    };
    await keep(db, answer);
    if (isNews)
      await recordAudit(context, db, {
        action: "api.submission-refused",
        subject: { kind: "delivery", id: handed.deliveryId },
      });
    return ok(answer);
  });
}

const ends: ReadonlySet<string> = new Set(["decided", "withdrawn", "closed"]);

const isOver = ({ standing }: Found) =>
  standing !== undefined && ends.has(standing.state);
