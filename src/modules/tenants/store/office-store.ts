import type { Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Office, OfficeChanges } from "../domain/office.ts";
import { openingTimesSchema, specialDaysSchema } from "./contact-schema.ts";
import type { TenantsTables } from "./tables.ts";

/** Offices of one authority, in the order it chose. */
export async function listOffices(db: Db, tenantId: string): Promise<Office[]> {
  const rows = await db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.office")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .orderBy("position")
    .orderBy("slug")
    .execute();
  return rows.map(officeOf);
}

/** An office of one authority; undefined when there is none, also when another authority has one of that slug. One statement. */
export async function findOffice(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<Office | undefined> {
  const row = await db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.office")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("slug", "=", slug)
    .executeTakeFirst();
  return row && officeOf(row);
}

/** Writes an office; one of the same authority with the same slug is replaced. */
export async function saveOffice(
  db: Db,
  tenantId: string,
  office: Office & { readonly position: number },
): Promise<void> {
  const columns = {
    position: office.position,
    authority: office.authority,
    ...columnsOf(office),
  };
  await db
    .$extendTables<TenantsTables>()
    .insertInto("tenants.office")
    .values({ tenant_id: tenantId, slug: office.slug, ...columns })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "slug"]).doUpdateSet(columns),
    )
    .execute();
}

/** Changes what an office says of itself; false where there is none. */
export async function updateOffice(
  db: Db,
  tenantId: string,
  { slug, ...changes }: OfficeChanges & { readonly slug: string },
): Promise<boolean> {
  const changed = await db
    .$extendTables<TenantsTables>()
    .updateTable("tenants.office")
    .set(columnsOf(changes))
    .where("tenant_id", "=", tenantId)
    .where("slug", "=", slug)
    .returning("slug")
    .executeTakeFirst();
  return changed !== undefined;
}

/** False where there is none. */
export async function deleteOffice(
  db: Db,
  tenantId: string,
  slug: string,
): Promise<boolean> {
  const deleted = await db
    .$extendTables<TenantsTables>()
    .deleteFrom("tenants.office")
    .where("tenant_id", "=", tenantId)
    .where("slug", "=", slug)
    .returning("slug")
    .executeTakeFirst();
  return deleted !== undefined;
}

function columnsOf(office: OfficeChanges) {
  return {
    name: office.name,
    tasks: office.tasks,
    street: office.street,
    postcode: office.postcode,
    town: office.town,
    phone: office.phone,
    email: office.email,
    opening_hours: JSON.stringify(
      openingTimesSchema.parse(office.openingTimes),
    ),
    note: office.note,
    part_of: office.partOf,
    accessibility: office.accessibility,
    transport: office.transport,
    latitude: office.location?.latitude ?? null,
    longitude: office.location?.longitude ?? null,
    special_days: JSON.stringify(specialDaysSchema.parse(office.specialDays)),
  };
}

function officeOf(row: Selectable<TenantsTables["tenants.office"]>): Office {
  return {
    slug: row.slug,
    name: row.name,
    authority: row.authority,
    tasks: row.tasks,
    street: row.street,
    postcode: row.postcode,
    town: row.town,
    phone: row.phone,
    email: row.email,
    openingTimes: openingTimesSchema.parse(row.opening_hours),
    note: row.note,
    partOf: row.part_of,
    accessibility: row.accessibility,
    transport: row.transport,
    location:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude },
    specialDays: specialDaysSchema.parse(row.special_days),
  };
}
