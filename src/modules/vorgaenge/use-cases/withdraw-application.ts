import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { isInternal } from "../domain/events.ts";
import { mayWithdraw } from "../domain/states.ts";
import type { FindNotificationAddress } from "../ports.ts";
import { listEvents } from "../store/event-store.ts";
import { lockVorgangOfSubmission } from "../store/vorgang-store.ts";
import { insertNotices } from "../store/notice-store.ts";
import { appendEvent } from "./append-event.ts";
import { notifyApplicant } from "./notify-applicant.ts";

export type WithdrawalInput = {
  readonly submissionId: string;
  /** Number of the last event the applicant saw; what only the office sees does not count. */
  readonly expectedPosition: number;
  readonly statusLinkPrefix: string;
};

export type WithdrawalRefusal =
  | { readonly kind: "not-found" }
  /** The office was faster; nothing was written. */
  | { readonly kind: "changed-meanwhile" };

/**
 * The applicant takes the application back before it is decided. The caller must have checked the private link, or whose the
 * submission is. Who works on it is told, because it leaves the list of open ones. A mail without content confirms it, so that nobody with the link withdraws unnoticed. Idempotent: what is
 * withdrawn is done.
 */
export async function withdrawApplication(
  context: Context,
  input: WithdrawalInput,
  findNotificationAddress: FindNotificationAddress,
): Promise<Result<void, WithdrawalRefusal>> {
  const { tenantId } = context;
  const { submissionId, expectedPosition, statusLinkPrefix } = input;
  // Before the change begins: a transaction that waits for a second connection can block all of them.
  const address = await findNotificationAddress(context, submissionId);
  return context.transaction(async (db) => {
    const vorgang = await lockVorgangOfSubmission(db, tenantId, submissionId);
    if (!vorgang) return refuse({ kind: "not-found" });
    if (vorgang.state === "withdrawn") return ok(undefined);
    const events = await listEvents(db, tenantId, vorgang.id);
    const last = events.findLast(({ kind }) => !isInternal(kind))?.position;
    if (last !== expectedPosition || !mayWithdraw(vorgang.state)) {
      return refuse({ kind: "changed-meanwhile" });
    }
    await appendEvent(context, db, {
      vorgang,
      happening: { step: { kind: "withdrawn" }, encryptedNote: undefined },
    });
    if (vorgang.assigneeId !== undefined)
      await insertNotices(db, tenantId, {
        staffIds: [vorgang.assigneeId],
        subjectId: newId(context.now.getTime()),
        vorgangId: vorgang.id,
        kind: "withdrawn",
        at: context.now,
      });
    if (address) {
      await notifyApplicant(context, db, {
        vorgang,
        address,
        statusLinkPrefix,
      });
    }
    await recordAudit(context, db, {
      action: "vorgang.withdrawn-by-applicant",
      subject: { kind: "vorgang", id: vorgang.id },
    });
    return ok(undefined);
  });
}
