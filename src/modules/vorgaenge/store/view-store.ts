import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { SavedView } from "../domain/queue-layout.ts";

/** Own views and those of one's teams, the oldest first: they keep their places. */
export async function listViews(
  db: Db,
  tenantId: string,
  {
    staffId,
    teamIds,
  }: { readonly staffId: string; readonly teamIds: readonly string[] },
): Promise<readonly SavedView[]> {
  const { rows } = await sql<{
    id: string;
    owner_id: string;
    team_id: string | null;
    name: string;
    query: string;
  }>`
    select id, owner_id, team_id, name, query from vorgaenge.saved_view
    where tenant_id = ${tenantId}
      and (owner_id = ${staffId} or team_id = any(${[...teamIds]}::uuid[]))
    order by team_id is null, created_at, id
  `.execute(db);
  return rows.map((row) => ({
    id: row.id,
    ownerId: row.owner_id,
    teamId: row.team_id ?? undefined,
    name: row.name,
    query: row.query,
  }));
}

/** False when the owner has as many as somebody may have. */
export async function insertView(
  db: Db,
  tenantId: string,
  view: SavedView & { readonly createdAt: Date; readonly atMost: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into vorgaenge.saved_view (tenant_id, id, owner_id, team_id, name, query, created_at)
    select ${tenantId}, ${view.id}, ${view.ownerId}, ${view.teamId ?? null}::uuid, ${view.name}, ${view.query}, ${view.createdAt}
    where (select count(*) from vorgaenge.saved_view where tenant_id = ${tenantId} and owner_id = ${view.ownerId}) < ${view.atMost}
    returning id
  `.execute(db);
  return rows.length === 1;
}

/** Nothing happens to a view of somebody else. */
export async function deleteView(
  db: Db,
  tenantId: string,
  view: Pick<SavedView, "id" | "ownerId">,
): Promise<void> {
  await sql`
    delete from vorgaenge.saved_view
    where tenant_id = ${tenantId} and id = ${view.id} and owner_id = ${view.ownerId}
  `.execute(db);
}
