import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Approval, Returned } from "../domain/editing/approval.ts";
import { contentSchema, parseContent } from "./content-schema.ts";
import type { CatalogueTables } from "./tables.ts";

/** Of the row `leistung` of a statement: what another editor is asked for, or has sent back; null for nothing. */
export const approvalState = sql<"waiting" | "returned" | null>`(
  select case when returned_at is null then 'waiting' else 'returned' end from catalogue.approval
  where approval.tenant_id = leistung.tenant_id and approval.leistung_id = leistung.id)`;

/** Undefined when nothing was asked for. Who changes it holds the lock of its Leistung. */
export async function findApproval(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<Approval | undefined> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.approval")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { returned_at: at, returned_by: by, reason } = row;
  return {
    id: row.id,
    leistungId,
    content: row.content === null ? null : contentSchema.parse(row.content),
    base: row.base_version,
    draftRevision: row.draft_revision,
    authors: row.authors,
    publishAt: row.publish_at,
    note: row.note,
    requestedAt: row.requested_at,
    requestedBy: row.requested_by,
    returned:
      at === null || by === null ? undefined : { at, by, reason: reason ?? "" },
  };
}

/** A new request, in place of an earlier one of the same Leistung. */
export async function saveApproval(
  db: Db,
  tenantId: string,
  approval: Omit<Approval, "returned">,
): Promise<void> {
  const { content, leistungId } = approval;
  await deleteApproval(db, tenantId, leistungId);
  await db
    .$extendTables<CatalogueTables>()
    .insertInto("catalogue.approval")
    .values({
      tenant_id: tenantId,
      leistung_id: leistungId,
      id: approval.id,
      content: content && JSON.stringify(parseContent(content)),
      base_version: approval.base,
      draft_revision: approval.draftRevision,
      authors: [...approval.authors],
      publish_at: approval.publishAt,
      note: approval.note,
      requested_at: approval.requestedAt,
      requested_by: approval.requestedBy,
    })
    .execute();
}

export async function saveReturned(
  db: Db,
  tenantId: string,
  {
    leistungId,
    returned,
  }: { readonly leistungId: string; readonly returned: Returned },
): Promise<void> {
  await db
    .$extendTables<CatalogueTables>()
    .updateTable("catalogue.approval")
    .set({
      returned_at: returned.at,
      returned_by: returned.by,
      reason: returned.reason,
    })
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .execute();
}

export async function deleteApproval(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<void> {
  await db
    .$extendTables<CatalogueTables>()
    .deleteFrom("catalogue.approval")
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .execute();
}

/** The draft is another one now, or gone: what was asked for it no longer holds. Why one was sent back stays while there is a draft. */
export async function dropApprovalOfDraft(
  db: Db,
  tenantId: string,
  {
    leistungId,
    which,
  }: { readonly leistungId: string; readonly which: "waiting" | "any" },
): Promise<boolean> {
  const result = await db
    .$extendTables<CatalogueTables>()
    .deleteFrom("catalogue.approval")
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", leistungId)
    .where("draft_revision", "is not", null)
    .$if(which === "waiting", (query) => query.where("returned_at", "is", null))
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function countWaiting(db: Db, tenantId: string): Promise<number> {
  const row = await db
    .$extendTables<CatalogueTables>()
    .selectFrom("catalogue.approval")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("tenant_id", "=", tenantId)
    .where("returned_at", "is", null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Notes who approved what everybody reads from now on, where nobody did before. */
export async function approveVersion(
  db: Db,
  tenantId: string,
  given: {
    readonly leistungId: string;
    readonly version: number;
    readonly approvedBy: string;
  },
): Promise<void> {
  await db
    .$extendTables<CatalogueTables>()
    .updateTable("catalogue.leistung_version")
    .set({ approved_by: given.approvedBy })
    .where("tenant_id", "=", tenantId)
    .where("leistung_id", "=", given.leistungId)
    .where("version", "=", given.version)
    .where("approved_by", "is", null)
    .execute();
}

/** Who wrote what is there since it was last approved. An import is no editor; what came before it counts. */
export async function listUnapprovedAuthors(
  db: Db,
  tenantId: string,
  leistungId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ authors: string[] }>`
    select authors || published_by as authors from catalogue.leistung_version
    where tenant_id = ${tenantId}::uuid and leistung_id = ${leistungId}::uuid and published_by is not null
      and approved_by is null and version = (
        select max(version) from catalogue.leistung_version
        where tenant_id = ${tenantId}::uuid and leistung_id = ${leistungId}::uuid and published_by is not null)
  `.execute(db);
  return rows.flatMap(({ authors }) => authors);
}
