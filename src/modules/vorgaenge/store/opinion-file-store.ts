import type { Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { OpinionFile } from "../domain/opinion-file.ts";
import type { VorgaengeTables } from "./tables.ts";

/** A file with its name still encrypted. */
export type StoredOpinionFile = Omit<OpinionFile, "filename"> & {
  readonly encryptedName: Buffer;
};

export async function insertOpinionFiles(
  db: Db,
  tenantId: string,
  files: readonly (StoredOpinionFile & {
    readonly sha256: string;
    readonly addedAt: Date;
  })[],
): Promise<void> {
  if (files.length === 0) return;
  await db
    .$extendTables<VorgaengeTables>()
    .insertInto("vorgaenge.opinion_file")
    .values(
      files.map((file, index) => ({
        tenant_id: tenantId,
        file_id: file.fileId,
        opinion_id: file.opinionId,
        position: index + 1,
        filename: file.encryptedName,
        media_type: file.mediaType,
        size_bytes: file.sizeBytes,
        sha256: file.sha256,
        scan: file.scan,
        added_at: file.addedAt,
      })),
    )
    .execute();
}

/** Files of all answers on a Vorgang, in order. */
export async function listOpinionFiles(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<StoredOpinionFile[]> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.opinion_file as file")
    .innerJoin("vorgaenge.opinion as opinion", (join) =>
      join
        .onRef("opinion.tenant_id", "=", "file.tenant_id")
        .onRef("opinion.id", "=", "file.opinion_id"),
    )
    .selectAll("file")
    .where("file.tenant_id", "=", tenantId)
    .where("opinion.vorgang_id", "=", vorgangId)
    .orderBy("file.opinion_id")
    .orderBy("file.position")
    .execute();
  return rows.map(fileOf);
}

/** Which of these files of the tenant belong to an answer. */
export async function listKeptOpinionFiles(
  db: Db,
  tenantId: string,
  fileIds: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.opinion_file")
    .select("file_id")
    .where("tenant_id", "=", tenantId)
    .where("file_id", "in", [...fileIds])
    .execute();
  return rows.map((row) => row.file_id);
}

function fileOf(
  row: Selectable<VorgaengeTables["vorgaenge.opinion_file"]>,
): StoredOpinionFile {
  return {
    fileId: row.file_id,
    opinionId: row.opinion_id,
    encryptedName: row.filename,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    scan: row.scan,
  };
}
