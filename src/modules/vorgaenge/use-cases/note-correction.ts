import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import { saveAnswer } from "../store/correction-request-store.ts";
import { lockVorgangOfSubmission } from "../store/vorgang-store.ts";
import { appendEvent } from "./append-event.ts";
import { findOpenRequest } from "./find-correction-request.ts";
import { reindexVorgang } from "./search-index.ts";

/**
 * The applicant has answered in the form, in the caller's transaction: the question counts as answered, work goes on, and it is unread for
 * the office. `not-asked` when nobody waits for this answer any more; the caller then takes back what it wrote. Fits as a listener of
 * corrections.
 */
export async function noteCorrection(
  context: Context,
  db: Db,
  {
    submissionId,
    requestId,
    searchTexts,
  }: {
    readonly submissionId: string;
    readonly requestId: string;
    /** All texts that count now. */
    readonly searchTexts: readonly string[];
  },
): Promise<"not-asked" | undefined> {
  const { tenantId } = context;
  const vorgang = await lockVorgangOfSubmission(db, tenantId, submissionId);
  if (!vorgang) return "not-asked";
  const request = await findOpenRequest(context, db, vorgang.id);
  if (request?.id !== requestId) return "not-asked";
  await appendEvent(context, db, {
    vorgang,
    happening: { step: { kind: "answered" }, encryptedNote: undefined },
  });
  await saveAnswer(db, tenantId, {
    id: requestId,
    answeredPosition: vorgang.lastPosition + 1,
  });
  await reindexVorgang(context, db, { submissionId, searchTexts });
  await recordAudit(context, db, {
    action: "vorgang.corrected-by-applicant",
    subject: { kind: "vorgang", id: vorgang.id },
  });
  return undefined;
}
