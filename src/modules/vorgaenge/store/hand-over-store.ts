import type { Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Arrival, HandOver } from "../domain/hand-over.ts";
import type { VorgaengeTables } from "./tables.ts";

/** An arrival with its note still encrypted. */
export type StoredArrival = Omit<Arrival, "note"> & {
  readonly encryptedNote: Buffer | undefined;
};

/** Notes that the Vorgang went to another authority; the caller has locked it. */
export async function insertHandOver(
  db: Db,
  tenantId: string,
  handOver: Omit<HandOver, "endedAt"> & { readonly vorgangId: string },
): Promise<void> {
  const { vorgangId, toTenantId } = handOver;
  const tables = db.$extendTables<VorgaengeTables>();
  await tables
    .insertInto("vorgaenge.hand_over")
    .values({
      tenant_id: tenantId,
      id: handOver.id,
      vorgang_id: vorgangId,
      position: handOver.position,
      to_tenant_id: toTenantId,
      to_name: handOver.toName,
      at: handOver.at,
    })
    .execute();
  await tables
    .updateTable("vorgaenge.vorgang")
    .set({ handed_to: toTenantId })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", vorgangId)
    .execute();
}

/** Notes from whom a Vorgang came; one that was given away is here again. The caller has locked it, or has just written it. */
export async function insertArrival(
  db: Db,
  tenantId: string,
  arrival: StoredArrival & { readonly vorgangId: string },
): Promise<void> {
  const { vorgangId, at } = arrival;
  const tables = db.$extendTables<VorgaengeTables>();
  await tables
    .insertInto("vorgaenge.arrival")
    .values({
      tenant_id: tenantId,
      id: arrival.id,
      vorgang_id: vorgangId,
      position: arrival.position,
      source: arrival.source,
      from_tenant_id: arrival.fromTenantId ?? null,
      from_name: arrival.fromName,
      trail: [...arrival.trail],
      at,
      is_call_back: arrival.isCallBack,
      note: arrival.encryptedNote ?? null,
    })
    .execute();
  await tables
    .updateTable("vorgaenge.vorgang")
    .set({ handed_to: null, arrived_from: arrival.fromName })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", vorgangId)
    .execute();
  await tables
    .updateTable("vorgaenge.hand_over")
    .set({ ended_at: at })
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .where("ended_at", "is", null)
    .execute();
}

/** All that this authority gave away of a Vorgang, in order. */
export async function listHandOvers(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<HandOver[]> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.hand_over")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    toTenantId: row.to_tenant_id,
    toName: row.to_name,
    at: row.at,
    endedAt: row.ended_at ?? undefined,
  }));
}

/** How a Vorgang came here, each time, in order. */
export async function listArrivals(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<StoredArrival[]> {
  const rows = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.arrival")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .orderBy("position")
    .execute();
  return rows.map(arrivalOf);
}

/** The Vorgang that came with this arrival; undefined when it did not come yet. */
export async function findArrived(
  db: Db,
  tenantId: string,
  arrivalId: string,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.arrival")
    .select("vorgang_id")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", arrivalId)
    .executeTakeFirst();
  return row?.vorgang_id;
}

/** True when a member of staff has opened the Vorgang. */
export async function wasOpened(
  db: Db,
  tenantId: string,
  vorgangId: string,
): Promise<boolean> {
  const row = await db
    .$extendTables<VorgaengeTables>()
    .selectFrom("vorgaenge.read_mark")
    .select("staff_id")
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "=", vorgangId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The source is what the table's check lets in. */
function arrivalOf(
  row: Selectable<VorgaengeTables["vorgaenge.arrival"]>,
): StoredArrival {
  return {
    id: row.id,
    position: row.position,
    source: row.source,
    fromTenantId: row.from_tenant_id ?? undefined,
    fromName: row.from_name,
    trail: row.trail,
    at: row.at,
    isCallBack: row.is_call_back,
    encryptedNote: row.note ?? undefined,
  };
}
