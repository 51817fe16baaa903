import type { Db } from "../../../platform/database/database.ts";
import type { SubmissionsTables } from "./tables.ts";

/** Forgets files that a draft has no more; what was sent stays known. */
export async function deleteUploads(
  db: Db,
  tenantId: string,
  {
    draftId,
    fileIds,
  }: { readonly draftId: string; readonly fileIds: readonly string[] },
): Promise<void> {
  if (fileIds.length === 0) return;
  await db
    .$extendTables<SubmissionsTables>()
    .deleteFrom("submissions.upload")
    .where("tenant_id", "=", tenantId)
    .where("draft_id", "=", draftId)
    .where("file_id", "in", fileIds)
    .where("submission_id", "is", null)
    .execute();
}

/** Which of these files a row still knows, as a whole file or as a part of one. */
export async function listKnownFiles(
  db: Db,
  tenantId: string,
  fileIds: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const tables = db.$extendTables<SubmissionsTables>();
  const rows = await tables
    .selectFrom("submissions.upload")
    .select("file_id")
    .where("tenant_id", "=", tenantId)
    .where("file_id", "in", fileIds)
    .unionAll(
      tables
        .selectFrom("submissions.upload_part")
        .select("file_id")
        .where("tenant_id", "=", tenantId)
        .where("file_id", "in", fileIds),
    )
    .execute();
  return rows.map((row) => row.file_id);
}

/** A stored file that a draft takes. */
export type TakenFile = {
  readonly fileId: string;
  readonly scanState: Exclude<ScanState, "infected">;
};

/** `unscanned`: not yet, or no scanner is set up. */
export type ScanState = "unscanned" | "clean" | "infected";

export type ScanResult = {
  readonly fileId: string;
  readonly state: Exclude<ScanState, "unscanned">;
  readonly now: Date;
};

/** Notes what the scanner said. False when no row knows the file (any more). */
export async function recordScan(
  db: Db,
  tenantId: string,
  { fileId, state, now }: ScanResult,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<SubmissionsTables>()
    .updateTable("submissions.upload")
    .set({ scan_state: state, scanned_at: now })
    .where("tenant_id", "=", tenantId)
    .where("file_id", "=", fileId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Files that no scanner has looked at, the oldest first. */
export async function listUnscannedFiles(
  db: Db,
  tenantId: string,
  { limit, after }: { readonly limit: number; readonly after: string },
): Promise<string[]> {
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.upload")
    .select("file_id")
    .where("tenant_id", "=", tenantId)
    .where("scan_state", "=", "unscanned")
    .where("file_id", ">", after)
    .orderBy("file_id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.file_id);
}

/** What the scanner said of each file that was sent with a submission. */
export async function listScanStates(
  db: Db,
  tenantId: string,
  submissionId: string,
): Promise<ReadonlyMap<string, ScanState>> {
  const rows = await db
    .$extendTables<SubmissionsTables>()
    .selectFrom("submissions.upload")
    .select(["file_id", "scan_state"])
    .where("tenant_id", "=", tenantId)
    .where("submission_id", "=", submissionId)
    .execute();
  return new Map(rows.map((row) => [row.file_id, row.scan_state]));
}
