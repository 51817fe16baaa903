import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { togetherWith } from "../domain/editing/approval.ts";
import { changedInputs } from "../domain/editing/draft-merge.ts";
import type { TypedLeistung } from "../domain/typed/leistung-form.ts";
import { dropApprovalOfDraft } from "./approval-store.ts";
import type { CatalogueTables } from "./tables.ts";

/** What editors typed into a Leistung and did not publish yet. */
export type Draft = {
  readonly leistungId: string;
  /** Number of the version it was made from. */
  readonly base: number;
  /** Grows with each saving. */
  readonly revision: number;
  readonly typed: TypedLeistung;
  readonly savedAt: Date;
  /** Staff id. */
  readonly savedBy: string;
  /** Staff ids of all who wrote in it. */
  readonly authors: readonly string[];
};

const typedSchema = z.record(z.string(), z.string());
const mapOf = (typed: unknown): TypedLeistung =>
  new Map(Object.entries(typedSchema.parse(typed)));

/** Undefined when there is none. Who changes it holds the lock of its Leistung. */
export async function findDraft(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<Draft | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.draft")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .executeTakeFirst();
  return (
    row && {
      leistungId,
      base: row.base_version,
      revision: row.revision,
      typed: mapOf(row.typed),
      savedAt: row.saved_at,
      savedBy: row.saved_by,
      authors: togetherWith(row.authors, row.saved_by),
    }
  );
}

/** Writes a draft, and of each input that is new what it said in `before`. */
export async function saveDraft(
  db: Db,
  tenantId: string,
  { before, ...draft }: Draft & { readonly before: TypedLeistung },
): Promise<void> {
  const typed = JSON.stringify(Object.fromEntries(draft.typed));
  await sql`
    insert into catalogue.draft
      (tenant_id, leistung_id, base_version, revision, typed, saved_at, saved_by, authors)
    values (${tenantId}, ${draft.leistungId}, ${draft.base}, ${draft.revision}, ${typed}::jsonb, ${draft.savedAt}, ${draft.savedBy},
      ${[...draft.authors]}::text[])
    on conflict (tenant_id, leistung_id) do update set
      (base_version, revision, typed, saved_at, saved_by, authors) = row(excluded.base_version, excluded.revision,
        excluded.typed, excluded.saved_at, excluded.saved_by, excluded.authors)
  `.execute(db);
  const changes = changedInputs(before, draft.typed).map((field) => ({
    field,
    before: before.get(field) ?? "",
  }));
  await sql`
    insert into catalogue.draft_change (tenant_id, leistung_id, field, revision, before)
    select ${tenantId}::uuid, ${draft.leistungId}::uuid, field, ${draft.revision}::integer, before
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change (field text, before text)
  `.execute(db);
}

/** The texts as they were after the saving of a number. */
export async function textsOfRevision(
  db: Db,
  tenantId: string,
  { draft, revision }: { readonly draft: Draft; readonly revision: number },
): Promise<TypedLeistung> {
  const rows = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.draft_change")
    .distinctOn("field")
    .select(["field", "before"])
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", draft.leistungId)
    .where("revision", ">", revision)
    .orderBy("field")
    .orderBy("revision")
    .execute();
  return new Map([
    ...draft.typed,
    ...rows.map(({ field, before }) => [field, before] as const),
  ]);
}

/** With what was asked for it. Answers false when there was none. */
export async function deleteDraft(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<boolean> {
  await dropApprovalOfDraft(db, tenantId, { leistungId, which: "any" });
  const result = await db
    .$extendTables<CatalogueTables>()
    .deleteFrom("catalogue.draft")
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
