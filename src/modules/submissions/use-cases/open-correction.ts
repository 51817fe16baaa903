import type { Context } from "../../../platform/context/context.ts";
import { openForm } from "../../forms/correction.ts";
import { isConfirmed } from "../domain/own-data.ts";
import type { StoredDraft } from "../store/draft-store.ts";
import { readCorrection } from "./correction-record.ts";
import { evaluateSubmission } from "./evaluate-draft.ts";
import type { Draft } from "../domain/draft.ts";
import { readSubmission } from "./read-submission.ts";

/**
 * A draft that corrects what was sent, with only that part of the form open which is asked. Whatever lies in it, all else is as it was sent.
 * Any other draft as it is.
 */
export async function withOnlyOpen(
  context: Context,
  stored: Pick<StoredDraft, "id" | "amends_submission_id" | "correction">,
  draft: Draft,
): Promise<Draft> {
  const submissionId = stored.amends_submission_id;
  if (submissionId === null || !stored.correction) return draft;
  const [submission, request] = await Promise.all([
    readSubmission(context, submissionId),
    readCorrection(context, stored.id, stored.correction),
  ]);
  if (!submission)
    throw new Error(
      `submissions: draft ${draft.id} corrects a submission that is not there`,
    );
  const sent = evaluateSubmission(submission);
  const { part, answers } = openForm(draft.definition, {
    sent,
    asked: request.fields.map(({ path }) => path),
    confirmed: submission.provenance
      .filter(isConfirmed)
      .map(({ path }) => path),
    answers: draft.answers,
    today: draft.today,
  });
  return {
    ...draft,
    definition: part,
    answers,
    correction: {
      ...request,
      submissionId,
      reference: submission.reference,
      leistungTitle: submission.leistungTitle,
      senderName: submission.authentication?.name,
      version: submission.amendments.length + 1,
      contentHash: submission.currentHash,
      sent,
      whole: draft.definition,
    },
  };
}
