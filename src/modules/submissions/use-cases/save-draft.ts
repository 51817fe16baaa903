import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { listFiles, type Answers } from "../../forms/index.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import { updateDraft } from "../store/draft-store.ts";
import { insertUploads } from "../store/upload-store.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import type { Draft } from "./open-draft.ts";

/** Saved in another tab, or sent, since it was opened: open it again and repeat the change. */
export type SaveDraftRefusal = { kind: "changed-meanwhile" };

/** Stores the answers of a draft, wrong ones too: nothing that was typed gets lost. The draft is the permission (see openDraft). */
export async function saveDraft(
  context: Context,
  draft: Draft,
  answers: Answers,
): Promise<Result<void, SaveDraftRefusal>> {
  const known = new Set(listFiles(draft.answers).map((file) => file.fileId));
  const newFiles = listFiles(answers)
    .map((file) => file.fileId)
    .filter((fileId) => !known.has(fileId));
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
    if (updated)
      await insertUploads(db, context.tenantId, {
        draftId: draft.id,
        fileIds: newFiles,
        now: context.now,
      });
    return updated;
  });
  return saved ? ok(undefined) : refuse({ kind: "changed-meanwhile" });
}
