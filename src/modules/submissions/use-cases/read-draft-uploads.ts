import type { Context } from "../../../platform/context/context.ts";
import {
  addFile,
  listFilePaths,
  listFiles,
  validateAll,
  type FieldError,
} from "../../forms/index.ts";
import { listPendingUploads } from "../store/pending-upload-store.ts";
import { listScanStates, type ScanState } from "../store/upload-store.ts";
import { evaluateDraft } from "./evaluate-draft.ts";
import type { Draft } from "./open-draft.ts";
import { readPendingUpload, type PendingUpload } from "./pending-upload.ts";

export type DraftUploads = {
  /** Begun and not finished, the oldest first. */
  readonly pending: readonly PendingUpload[];
  /** What the scanner said of the files that are there. */
  readonly scans: ReadonlyMap<string, ScanState>;
};

/** What the answers of a draft do not tell of its uploads. */
export async function readDraftUploads(
  context: Context,
  draft: Draft,
): Promise<DraftUploads> {
  const { tenantId, now } = context;
  const [stored, scans] = await context.read((db) =>
    Promise.all([
      listPendingUploads(db, tenantId, { draftId: draft.id, now }),
      listScanStates(db, tenantId, { draftId: draft.id }),
    ]),
  );
  const pending = await Promise.all(
    stored.map((upload) => readPendingUpload(context, upload)),
  );
  return { pending, scans };
}

/** What keeps a draft from being sent: wrong answers, and files in which malware was found after they were taken. */
export async function findSendingErrors(
  context: Context,
  draft: Draft,
): Promise<readonly FieldError[]> {
  const errors = validateAll(evaluateDraft(draft));
  if (listFiles(draft.answers).length === 0) return errors;
  const scans = await context.read((db) =>
    listScanStates(db, context.tenantId, { draftId: draft.id }),
  );
  return [...errors, ...malwareErrors(draft, scans)];
}

/** Files in which malware was found after they were taken: they cannot be sent. */
export function malwareErrors(
  { definition, answers }: Pick<Draft, "definition" | "answers">,
  scans: DraftUploads["scans"],
): readonly FieldError[] {
  return listFilePaths(definition, answers)
    .filter(({ file }) => scans.get(file.fileId) === "infected")
    .flatMap(({ path, file }) => {
      const refused = addFile(definition, answers, {
        field: path,
        filename: file.filename,
        outcome: { kind: "infected" },
      });
      return refused.ok ? [] : [refused.refusal.error];
    });
}
