import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { ScanVerdict } from "../../../platform/malware/malware-scanner.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { listFiles, type Answers } from "../../forms/index.ts";
import { draftExpiry } from "../domain/draft-term.ts";
import type { OwnDataRecord } from "../domain/own-data.ts";
import { updateDraft } from "../store/draft-change-store.ts";
import {
  deletePendingUpload,
  listPendingUploads,
  movePendingUpload,
} from "../store/pending-upload-store.ts";
import { answersPurpose, writeAnswers } from "./draft-answers.ts";
import { writeOwnDataRecord } from "./own-data-record.ts";
import type { Draft } from "../domain/draft.ts";
import { enqueueScan, scanStateOf } from "./scan-file.ts";

/** Saved in another tab, or sent, since it was opened: open it again and repeat the change. */
export type SaveDraftRefusal = { kind: "changed-meanwhile" };

export type DraftChange = {
  readonly answers: Answers;
  /** Where a field stands now; absent where nothing can have changed its place. */
  readonly pathNow?: ((path: string) => string | undefined) | undefined;
  /** What is remembered of the applicant's own data; absent: as before. */
  readonly ownData?: OwnDataRecord | undefined;
  /** What the scanner said of files that are new. Those that could not be scanned are scanned by a job. */
  readonly verdicts?: ReadonlyMap<string, ScanVerdict>;
};

export type SavedDraft = {
  /** Files it had and has no more: no row knows them now, and the caller removes them. */
  readonly dropped: readonly string[];
};

/**
 * Stores the answers of a draft, wrong ones too: nothing that was typed gets lost. The draft is the permission (see openDraft). Uploads
 * on their way follow their fields, and end with them.
 */
export async function saveDraft(
  context: Context,
  draft: Draft,
  change: DraftChange,
): Promise<Result<SavedDraft, SaveDraftRefusal>> {
  const { answers, pathNow, ownData, verdicts = noVerdicts } = change;
  const before = new Set(listFiles(draft.answers).map((file) => file.fileId));
  const after = new Set(listFiles(answers).map((file) => file.fileId));
  const dropped = [...before].filter((fileId) => !after.has(fileId));
  const added = [...after].filter((fileId) => !before.has(fileId));
  const encrypted = await writeAnswers(
    context,
    answers,
    answersPurpose.draft(draft.id),
  );
  const sealedRecord =
    ownData && (await writeOwnDataRecord(context, draft.id, ownData));
  const save = (db: Db) =>
    updateDraft(db, context.tenantId, {
      draftId: draft.id,
      revision: draft.revision,
      answers: encrypted,
      ownData: sealedRecord,
      now: context.now,
      expiresAt: draftExpiry(context.now),
      taken: added.map((fileId) => ({
        fileId,
        scanState: scanStateOf(verdicts.get(fileId)),
      })),
      dropped,
    });
  const needsScan = added.some(
    (fileId) => verdicts.get(fileId)?.kind === "not-scanned",
  );
  const removed = await store(context, save, {
    needsScan,
    moving: pathNow && { draft, pathNow },
  });
  return removed
    ? ok({ dropped: [...dropped, ...removed] })
    : refuse({ kind: "changed-meanwhile" });
}

type AfterSaving = {
  readonly needsScan: boolean;
  readonly moving: Moving | undefined;
};

/** Parts that were removed; undefined: it was saved or sent meanwhile. */
async function store(
  context: Context,
  save: (db: Db) => Promise<boolean>,
  { needsScan, moving }: AfterSaving,
): Promise<readonly string[] | undefined> {
  // Most steps are one statement: its transaction ends with it, in one round trip.
  if (!needsScan && !moving)
    return (await context.write(save)) ? [] : undefined;
  return context.transaction(async (db) => {
    if (!(await save(db))) return undefined;
    if (needsScan) await enqueueScan(db);
    return moving ? moveUploads(context, db, moving) : [];
  });
}

const noVerdicts: ReadonlyMap<string, ScanVerdict> = new Map();

type Moving = {
  readonly draft: Draft;
  readonly pathNow: NonNullable<DraftChange["pathNow"]>;
};

/** Gives the parts of those that have no field any more. */
async function moveUploads(
  { tenantId, now }: Context,
  db: Db,
  { draft, pathNow }: Moving,
): Promise<readonly string[]> {
  const uploads = await listPendingUploads(db, tenantId, {
    draftId: draft.id,
    now,
  });
  const parts: string[] = [];
  for (const { id: uploadId, field_path } of uploads) {
    const fieldPath = pathNow(field_path);
    if (fieldPath === undefined)
      parts.push(...(await deletePendingUpload(db, tenantId, uploadId)));
    else if (fieldPath !== field_path)
      await movePendingUpload(db, tenantId, { uploadId, fieldPath });
  }
  return parts;
}
