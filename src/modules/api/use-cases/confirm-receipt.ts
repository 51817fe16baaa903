import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { confirmHandedOver } from "../../delivery/index.ts";
import { versionOf } from "../domain/version.ts";
import type { ApiPorts } from "../ports.ts";
import type { Keep, KeptAnswer } from "./answer-once.ts";
import type { Caller } from "./authenticate-client.ts";
import { findIn } from "./read-submissions.ts";

/**
 * The back office says that it has the submission and what it calls it: it counts as delivered, and applicant and office are told, once. Audited.
 */
export function confirmReceipt(
  caller: Caller,
  input: {
    readonly submissionId: string;
    readonly receipt: string;
    readonly keep: Keep;
  },
  { onAnswer }: Pick<ApiPorts, "onAnswer">,
): Promise<Result<KeptAnswer, { readonly kind: "not-found" }>> {
  const { context } = caller;
  const { submissionId, receipt, keep } = input;
  return context.transaction(async (db) => {
    const found = await findIn(caller, db, submissionId);
    if (!found) return refuse({ kind: "not-found" });
    const { handed } = found;
    await confirmHandedOver(context, db, { handed, receipt, onAnswer });
    const after = await findIn(caller, db, submissionId);
    const answer: KeptAnswer = {
      status: 200,
      etag: versionOf(after ?? found),
      body: JSON.stringify({
        submissionId,
        delivery: after?.handed.state ?? handed.state,
        receipt: after?.handed.receipt,
      }),
    };
    await keep(db, answer);
    await recordAudit(context, db, {
      action: "api.receipt-confirmed",
      subject: { kind: "delivery", id: handed.deliveryId },
    });
    return ok(answer);
  });
}
