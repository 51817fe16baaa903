import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { LineMember } from "../domain/line.ts";

type Line = "line_above" | "line_below";

/** The authority itself and those above it, the nearest first; the installation is the last. */
export async function listLineAbove(
  db: Db,
  tenantId: string,
): Promise<readonly LineMember[]> {
  return listLine(db, "line_above", tenantId);
}

/** The authority itself and all that inherit from it, by distance and name. */
export async function listLineBelow(
  db: Db,
  tenantId: string,
): Promise<readonly LineMember[]> {
  return listLine(db, "line_below", tenantId);
}

async function listLine(
  db: Db,
  line: Line,
  tenantId: string,
): Promise<readonly LineMember[]> {
  const { rows } = await sql<LineMember>`
    select authority.id as "tenantId", authority.slug, authority.name, authority.parent_id as "parentTenantId",
      authority.host is not null as "hasPortal", line.distance
    from ${sql.id("tenants", line)}(${tenantId}) as line
    join tenants.authority on authority.id = line.authority_id
    order by line.distance, authority.short_name`.execute(db);
  return rows;
}
