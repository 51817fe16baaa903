import type { Selectable, Updateable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Bescheid } from "../domain/bescheid.ts";
import type { BescheideTables } from "./tables.ts";

type Row = BescheideTables["bescheide.bescheid"];

/** A Bescheid with its words still encrypted. */
export type StoredBescheid = Bescheid & {
  readonly encryptedDraft: Buffer;
  readonly encryptedReason: Buffer | undefined;
};

/** A Bescheid as somebody may see it: what is another team's alone is not found. */
export type SoughtBescheid = {
  readonly id: string;
  readonly hiddenSlugs: readonly string[];
};

export type NewBescheid = Pick<
  Bescheid,
  | "id"
  | "vorgangId"
  | "reference"
  | "leistungSlug"
  | "leistungTitle"
  | "outcome"
  | "law"
  | "replacesId"
> & {
  readonly letterId: string;
  readonly letterVersion: number;
  readonly encryptedDraft: Buffer;
  readonly writerId: string;
  readonly at: Date;
};

/** False when somebody writes one for this Vorgang already. */
export async function insertBescheid(
  db: Db,
  tenantId: string,
  bescheid: NewBescheid,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .$extendTables<BescheideTables>()
    .insertInto("bescheide.bescheid")
    .values({
      tenant_id: tenantId,
      id: bescheid.id,
      vorgang_id: bescheid.vorgangId,
      reference: bescheid.reference,
      leistung_slug: bescheid.leistungSlug,
      leistung_title: bescheid.leistungTitle,
      outcome: bescheid.outcome,
      law: bescheid.law,
      state: "draft",
      revision: 1,
      replaces_id: bescheid.replacesId ?? null,
      letter_id: bescheid.letterId,
      letter_version: bescheid.letterVersion,
      draft: bescheid.encryptedDraft,
      writer_ids: [bescheid.writerId],
      created_at: bescheid.at,
      changed_at: bescheid.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

export async function findBescheid(
  db: Db,
  tenantId: string,
  sought: SoughtBescheid,
): Promise<StoredBescheid | undefined> {
  const row = await selectSought(db, tenantId, sought).executeTakeFirst();
  return row && bescheidOf(row);
}

/** Locks the Bescheid until the transaction ends. */
export async function findBescheidForUpdate(
  db: Db,
  tenantId: string,
  sought: SoughtBescheid,
): Promise<StoredBescheid | undefined> {
  const row = await selectSought(db, tenantId, sought)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && bescheidOf(row);
}

/** All of a Vorgang, oldest first; what was discarded is not among them. */
export async function listOfVorgang(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<readonly StoredBescheid[]> {
  const rows = await selectBescheide(db, tenantId)
    .where("vorgang_id", "=", vorgangId)
    .where("state", "!=", "discarded")
    .orderBy("created_at")
    .execute();
  return rows.map(bescheidOf);
}

/** Of all of a Vorgang, whatever became of them. */
export async function listIdsOfVorgang(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<readonly string[]> {
  const rows = await selectBescheide(db, tenantId)
    .where("vorgang_id", "=", vorgangId)
    .execute();
  return rows.map(({ id }) => id);
}

/** What waits for a second person or its seal, longest waiting first. */
export async function listWaiting(
  db: Db,
  tenantId: string,
  hiddenSlugs: readonly string[],
): Promise<readonly StoredBescheid[]> {
  const waiting = selectBescheide(db, tenantId)
    .where("state", "in", ["waiting", "approved"])
    .orderBy("fixed_at")
    .limit(200);
  const rows = await (
    hiddenSlugs.length === 0
      ? waiting
      : waiting.where("leistung_slug", "not in", [...hiddenSlugs])
  ).execute();
  return rows.map(bescheidOf);
}

/** Changes one Bescheid, which the caller has locked. */
export async function updateBescheid(
  db: Db,
  tenantId: string,
  { id, set }: { readonly id: string; readonly set: Updateable<Row> },
): Promise<void> {
  await db
    .$extendTables<BescheideTables>()
    .updateTable("bescheide.bescheid")
    .set(set)
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
}

/** Which of these files are documents of Bescheide. */
export async function listKnownFiles(
  db: Db,
  tenantId: string,
  fileIds: readonly string[],
): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await db
    .$extendTables<BescheideTables>()
    .selectFrom("bescheide.bescheid")
    .select(["pdf_id", "document_id"])
    .where("tenant_id", "=", tenantId)
    .where((where) =>
      where.or([
        where("pdf_id", "in", [...fileIds]),
        where("document_id", "in", [...fileIds]),
      ]),
    )
    .execute();
  const known = rows.flatMap(({ pdf_id, document_id }) => [
    pdf_id,
    document_id,
  ]);
  return fileIds.filter((fileId) => known.includes(fileId));
}

function selectSought(
  db: Db,
  tenantId: string,
  { id, hiddenSlugs }: SoughtBescheid,
) {
  const found = selectBescheide(db, tenantId).where("id", "=", id);
  return hiddenSlugs.length === 0
    ? found
    : found.where("leistung_slug", "not in", [...hiddenSlugs]);
}

function selectBescheide(db: Db, tenantId: string) {
  return db
    .$extendTables<BescheideTables>()
    .selectFrom("bescheide.bescheid")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

function bescheidOf(row: Selectable<Row>): StoredBescheid {
  return {
    id: row.id,
    vorgangId: row.vorgang_id,
    reference: row.reference,
    leistungSlug: row.leistung_slug,
    leistungTitle: row.leistung_title,
    outcome: row.outcome,
    law: row.law,
    state: row.state,
    revision: row.revision,
    replacesId: row.replaces_id ?? undefined,
    writerIds: row.writer_ids,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    fixed: fixedOf(row),
    approval: approvalOf(row),
    fault: row.fault ?? undefined,
    document: documentOf(row),
    encryptedDraft: row.draft,
    encryptedReason: row.return_reason ?? undefined,
  };
}

function fixedOf(row: Selectable<Row>): Bescheid["fixed"] {
  const { pdf_id: pdfId, pdf_sha256: sha256, fixed_at: at, fixed_by: by } = row;
  return pdfId && sha256 && at && by ? { pdfId, sha256, at, by } : undefined;
}

function approvalOf(row: Selectable<Row>): Bescheid["approval"] {
  const { approved_by: by, approved_at: at, approved_position: position } = row;
  return by && at && position !== null ? { by, at, position } : undefined;
}

function documentOf(row: Selectable<Row>): Bescheid["document"] {
  const { document_id: fileId, document_sha256: sha256 } = row;
  const { message_id: messageId, released_at: releasedAt } = row;
  if (!fileId || !sha256 || !messageId || !releasedAt) return undefined;
  const seal =
    row.seal_level && row.sealed_by !== null
      ? { level: row.seal_level, by: row.sealed_by }
      : undefined;
  return { fileId, sha256, seal, messageId, releasedAt };
}
