import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { loadFormVersion, moveAnswers } from "../../forms/index.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import { moveDraftRow, setKeptAnswers } from "../store/draft-version-store.ts";
import { deleteUploads } from "../store/upload-store.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { findNewerForm } from "./find-form-change.ts";
import { keptPurpose, writeKept } from "./kept-answers.ts";
import type { Draft } from "../domain/draft.ts";
import type { SaveDraftRefusal } from "./save-draft.ts";

/**
 * Moves a draft to the version of its form that is published now, and keeps beside it what that does not ask any more. A second time it
 * changes nothing. `dropped` are files that have no place any more; the caller removes them.
 */
export async function moveDraft(
  context: Context,
  draft: Draft,
): Promise<Result<{ readonly dropped: readonly string[] }, SaveDraftRefusal>> {
  const newer = await findNewerForm(context, draft);
  if (!newer) return ok({ dropped: [] });
  const older = await loadFormVersion(context, draft.formVersionId);
  const moved = moveAnswers(older.definition, newer.definition, {
    answers: draft.answers,
    locale: context.locale,
  });
  const { answers, leftovers, leftFileIds: dropped } = moved;
  const kept = [...draft.kept, ...leftovers];
  const [sealedAnswers, sealedKept] = await Promise.all([
    writeAnswers(context, answers, answersPurpose.draft(draft.id)),
    kept.length > 0 ? writeKept(context, kept, keptPurpose(draft.id)) : null,
  ]);
  const isMoved = await context.transaction(async (db) => {
    const isFirst = await moveDraftRow(db, context.tenantId, {
      draftId: draft.id,
      revision: draft.revision,
      formVersionId: newer.formVersionId,
      answers: sealedAnswers,
      kept: sealedKept,
      now: context.now,
      expiresAt: draftExpiry(context.now),
    });
    if (isFirst)
      await deleteUploads(db, context.tenantId, {
        draftId: draft.id,
        fileIds: dropped,
      });
    return isFirst;
  });
  return isMoved ? ok({ dropped }) : refuse({ kind: "changed-meanwhile" });
}

/** The applicant has copied what was left over, or does not need it. */
export async function forgetKept(
  context: Context,
  draft: Draft,
): Promise<void> {
  await context.transaction((db) =>
    setKeptAnswers(db, context.tenantId, { draftId: draft.id, kept: null }),
  );
}
