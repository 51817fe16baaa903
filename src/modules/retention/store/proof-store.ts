import { sql, type Selectable } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Proof } from "../domain/proof.ts";
import { termUnits } from "../domain/term.ts";
import type { RetentionTables } from "./tables.ts";

/** A proof with what was written beside it. */
export type StoredProof = Proof & { readonly hash: Buffer };

export async function insertProof(
  db: Db,
  tenantId: string,
  proof: StoredProof & { readonly statusKeyHash: Buffer | undefined },
): Promise<void> {
  const { term } = proof;
  await db
    .$extendTables<RetentionTables>()
    .insertInto("retention.proof")
    .values({
      tenant_id: tenantId,
      id: proof.id,
      reference: proof.reference,
      leistung_slug: proof.leistungSlug,
      leistung_title: proof.leistungTitle,
      received_on: proof.receivedOn,
      closed_on: proof.closedOn,
      ended: proof.ending,
      due_on: proof.dueOn,
      deleted_at: proof.deletedAt,
      term_count: term.count,
      term_unit: term.unit,
      from_year_end: term.fromYearEnd,
      basis: term.basis,
      rule: term.rule,
      archive: proof.archive,
      counts: JSON.stringify(proof.counts),
      hash: proof.hash,
      status_key_hash: proof.statusKeyHash ?? null,
    })
    .execute();
}

/** The newest proofs, or those of one number. */
export async function listProofs(
  db: Db,
  tenantId: string,
  {
    reference,
    before,
    limit,
  }: {
    readonly reference: string | undefined;
    readonly before:
      | { readonly deletedAt: Date; readonly id: string }
      | undefined;
    readonly limit: number;
  },
): Promise<readonly StoredProof[]> {
  let found = selectProofs(db, tenantId);
  if (reference !== undefined) found = found.where("reference", "=", reference);
  if (before)
    found = found.where(
      sql<boolean>`(deleted_at, id) < (${before.deletedAt}, ${before.id}::uuid)`,
    );
  const rows = await found
    .orderBy("deleted_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(proofOf);
}

export async function findProof(
  db: Db,
  tenantId: string,
  id: string,
): Promise<StoredProof | undefined> {
  const row = await selectProofs(db, tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && proofOf(row);
}

/** What became of the application behind a private link. */
export async function findProofByLink(
  db: Db,
  tenantId: string,
  statusKeyHash: Buffer,
): Promise<StoredProof | undefined> {
  const row = await selectProofs(db, tenantId)
    .where("status_key_hash", "=", statusKeyHash)
    .executeTakeFirst();
  return row && proofOf(row);
}

function selectProofs(db: Db, tenantId: string) {
  return db
    .$extendTables<RetentionTables>()
    .selectFrom("retention.proof")
    .selectAll()
    .where("tenant_id", "=", tenantId);
}

const countsSchema = z.record(z.string(), z.number());

function proofOf(
  row: Selectable<RetentionTables["retention.proof"]>,
): StoredProof {
  return {
    id: row.id,
    reference: row.reference,
    leistungSlug: row.leistung_slug,
    leistungTitle: row.leistung_title,
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    ending: row.ended,
    dueOn: row.due_on,
    deletedAt: row.deleted_at,
    term: {
      count: row.term_count,
      unit: termUnits.find((unit) => unit === row.term_unit) ?? "years",
      fromYearEnd: row.from_year_end,
      basis: row.basis,
      rule: row.rule,
    },
    archive: row.archive,
    counts: countsSchema.parse(row.counts),
    hash: row.hash,
  };
}
