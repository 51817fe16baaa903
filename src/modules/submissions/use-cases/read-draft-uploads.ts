import type { Context } from "../../../platform/context/context.ts";
import {
  addFile,
  listFilePaths,
  listFields,
  validateAll,
  type FieldError,
} from "../../forms/index.ts";
import { listDraftUploads } from "../store/pending-upload-store.ts";
import type { ScanState } from "../store/upload-store.ts";
import { evaluateDraft } from "./evaluate-draft.ts";
import type { Draft } from "../domain/draft.ts";
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
  const stored = await context.read((db) =>
    listDraftUploads(db, tenantId, { draftId: draft.id, now }),
  );
  const pending = await Promise.all(
    stored.pending.map((upload) => readPendingUpload(context, upload)),
  );
  return { pending, scans: stored.scans };
}

export type ReadyToSend = {
  /** Wrong answers, and files in which malware was found after they were taken. */
  readonly errors: readonly FieldError[];
  /** Files that have not arrived completely: they keep nobody from sending, but are not sent. */
  readonly unfinished: readonly PendingUpload[];
};

/** What has to be said before a draft is sent. */
export async function checkBeforeSending(
  context: Context,
  draft: Draft,
): Promise<ReadyToSend> {
  const errors = validateAll(evaluateDraft(draft));
  const hasFileFields = draft.definition.pages.some(({ elements }) =>
    listFields(elements).some(({ dataType }) => dataType === "file"),
  );
  if (!hasFileFields) return { errors, unfinished: [] };
  const { pending, scans } = await readDraftUploads(context, draft);
  return {
    errors: [...errors, ...malwareErrors(draft, scans)],
    unfinished: pending,
  };
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
