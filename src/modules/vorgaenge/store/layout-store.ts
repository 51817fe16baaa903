import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { columnsOf, type QueueLayout } from "../domain/queue-layout.ts";
import type { VorgaengeTables } from "./tables.ts";

/** Undefined: nothing was chosen. */
export async function findLayout(
  db: Db,
  tenantId: string,
  staffId: string,
): Promise<QueueLayout | undefined> {
  const row = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.queue_layout")
    .select(["columns", "has_shortcuts"])
    .where("tenant_id", "=", tenantId)
    .where("staff_id", "=", staffId)
    .executeTakeFirst();
  return (
    row && { columns: columnsOf(row.columns), hasShortcuts: row.has_shortcuts }
  );
}

export async function saveLayout(
  db: Db,
  tenantId: string,
  {
    staffId,
    columns,
    hasShortcuts,
  }: QueueLayout & { readonly staffId: string },
): Promise<void> {
  await sql`
    insert into vorgaenge.queue_layout (tenant_id, staff_id, columns, has_shortcuts)
    values (${tenantId}, ${staffId}, ${[...columns]}::text[], ${hasShortcuts})
    on conflict (tenant_id, staff_id)
      do update set columns = excluded.columns, has_shortcuts = excluded.has_shortcuts
  `.execute(db);
}
