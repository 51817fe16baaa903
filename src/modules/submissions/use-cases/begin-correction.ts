import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import type { CorrectionRequest } from "../domain/correction.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import {
  findCorrectionDraft,
  insertCorrectionDraft,
  updateCorrection,
} from "../store/correction-draft-store.ts";
import { insertDraftKey } from "../store/draft-store.ts";
import { writeCorrection } from "./correction-record.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { readSubmission, type Submission } from "./read-submission.ts";

export type BeginCorrectionRefusal =
  | { readonly kind: "not-found" }
  /** It belongs to an account: only in its session. */
  | { readonly kind: "not-owner" };

/**
 * Opens what was sent for a correction and gives the secret key of its draft. What was begun before, on another device too, goes on; for
 * another request it keeps what was typed. The caller has checked that the visitor may act for the applicant, and that the request is open.
 */
export async function beginCorrection(
  context: Context,
  { submissionId, request }: Begun,
): Promise<Result<{ key: string }, BeginCorrectionRefusal>> {
  const submission = await readSubmission(context, submissionId);
  if (!submission) return refuse({ kind: "not-found" });
  const { owner } = submission;
  if (owner && owner.ownerId !== context.actor.ownerId)
    return refuse({ kind: "not-owner" });
  const key = newSecretToken();
  const begin = await prepare(context, submission, request);
  await context.transaction(async (db) => {
    await insertDraftKey(db, context.tenantId, {
      keyHash: hashSecretToken(key),
      draftId: await begin(db),
      purpose: "browser",
      now: context.now,
    });
  });
  return ok({ key });
}

type Begun = {
  readonly submissionId: string;
  readonly request: CorrectionRequest;
};

/** Encrypts before the transaction begins: a key that is loaded in one may wait for the other. */
async function prepare(
  context: Context,
  submission: Submission,
  request: CorrectionRequest,
): Promise<(db: Db) => Promise<string>> {
  const { tenantId, now, actor } = context;
  const id = newId();
  const { owner, leistungSlug, leistungTitle, formVersionId } = submission;
  const answers = await writeAnswers(
    context,
    submission.answers,
    answersPurpose.draft(id),
  );
  const correction = await writeCorrection(context, id, request);
  const expiresAt = draftExpiry(now);
  return async (db) => {
    const isNew = await insertCorrectionDraft(db, tenantId, {
      id,
      submissionId: submission.id,
      leistungSlug,
      leistungTitle,
      formVersionId,
      answers,
      correction,
      owner: owner && { ownerId: owner.ownerId, accountId: actor.id },
      now,
      expiresAt,
    });
    if (isNew) return id;
    const earlier = await findCorrectionDraft(db, tenantId, submission.id);
    if (earlier === undefined)
      throw new Error("submissions: the draft was sent at this moment");
    await updateCorrection(db, tenantId, {
      draftId: earlier,
      correction: await writeCorrection(context, earlier, request),
      expiresAt,
    });
    return earlier;
  };
}
