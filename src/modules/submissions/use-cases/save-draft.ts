import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { listFiles, type Answers } from "../../forms/index.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import { updateDraft } from "../store/draft-store.ts";
import { deleteUploads, insertUploads } from "../store/upload-store.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import type { Draft } from "./open-draft.ts";

/** Saved in another tab, or sent, since it was opened: open it again and repeat the change. */
export type SaveDraftRefusal = { kind: "changed-meanwhile" };

/**
 * Stores the answers of a draft, wrong ones too: nothing that was typed gets lost. The draft is the permission (see openDraft).
 * `dropped` are the files it had and has no more: no row knows them now, and the caller removes them.
 */
export async function saveDraft(
  context: Context,
  draft: Draft,
  answers: Answers,
): Promise<Result<{ readonly dropped: readonly string[] }, SaveDraftRefusal>> {
  const before = new Set(listFiles(draft.answers).map((file) => file.fileId));
  const after = new Set(listFiles(answers).map((file) => file.fileId));
  const dropped = [...before].filter((fileId) => !after.has(fileId));
  const encrypted = await writeAnswers(
    context,
    answers,
    answersPurpose.draft(draft.id),
  );
  const saved = await context.transaction(async (db) => {
    const updated = await updateDraft(db, context.tenantId, {
      draftId: draft.id,
      revision: draft.revision,
      answers: encrypted,
      now: context.now,
      expiresAt: draftExpiry(context.now),
    });
    if (!updated) return false;
    await insertUploads(db, context.tenantId, {
      draftId: draft.id,
      fileIds: [...after].filter((fileId) => !before.has(fileId)),
      now: context.now,
    });
    await deleteUploads(db, context.tenantId, {
      draftId: draft.id,
      fileIds: dropped,
    });
    return true;
  });
  return saved ? ok({ dropped }) : refuse({ kind: "changed-meanwhile" });
}
