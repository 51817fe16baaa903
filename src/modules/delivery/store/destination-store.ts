import type { Db } from "../../../platform/database/database.ts";
import type { DestinationOperation } from "../domain/destination.ts";
import { applyToChannel } from "./circuit-store.ts";
import type { DeliveryTables } from "./tables.ts";

export type StoredDestination = {
  readonly destinationId: string;
  readonly name: string;
  readonly connectorKey: string;
  readonly encryptedOptions: Buffer;
  readonly isEnabled: boolean;
  readonly operation: DestinationOperation;
};

export async function findDestination(
  db: Db,
  tenantId: string,
  destinationId: string,
): Promise<StoredDestination | undefined> {
  const row = await db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.destination")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("id", "=", destinationId)
    .executeTakeFirst();
  return (
    row && {
      destinationId: row.id,
      name: row.name,
      connectorKey: row.connector_key,
      encryptedOptions: row.options,
      isEnabled: row.enabled,
      operation: {
        concurrency: row.concurrency,
        patienceHours: row.patience_hours,
        officeEmail: row.office_email ?? undefined,
      },
    }
  );
}

export async function findDestinationIdByName(
  db: Db,
  tenantId: string,
  name: string,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.destination")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.id;
}

export type WrittenDestination = Omit<StoredDestination, "operation"> & {
  /** Left out: as it was. */
  readonly operation?: DestinationOperation | undefined;
  /** When something it is reached with ends. */
  readonly expiresAt: Date | undefined;
};

/** Writes a destination, new or changed. Idempotent by its id. */
export async function writeDestination(
  db: Db,
  tenantId: string,
  { now, ...destination }: WrittenDestination & { readonly now: Date },
): Promise<void> {
  const { operation } = destination;
  const values = {
    name: destination.name,
    connector_key: destination.connectorKey,
    options: destination.encryptedOptions,
    enabled: destination.isEnabled,
    updated_at: now,
    expires_at: destination.expiresAt ?? null,
    // Who saves it has seen it; the end of what is new is news.
    expiry_told: null,
    ...(operation && {
      concurrency: operation.concurrency,
      patience_hours: operation.patienceHours,
      office_email: operation.officeEmail ?? null,
    }),
  };
  await db
    .$extendTables<DeliveryTables>()
    .insertInto("delivery.destination")
    .values({ id: destination.destinationId, ...values, created_at: now })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "id"]).doUpdateSet(values),
    )
    .execute();
  await applyToChannel(db, tenantId, destination.destinationId);
}

/** Exactly these Leistungen go to the destination from now on. */
export async function replaceRoutes(
  db: Db,
  tenantId: string,
  route: { destinationId: string; leistungSlugs: readonly string[] },
): Promise<void> {
  const tables = db.$extendTables<DeliveryTables>();
  await tables
    .deleteFrom("delivery.route")
    .where("tenant_id", "=", tenantId)
    .where("destination_id", "=", route.destinationId)
    .execute();
  if (route.leistungSlugs.length === 0) return;
  await tables
    .insertInto("delivery.route")
    .values(
      [...new Set(route.leistungSlugs)].map((slug) => ({
        leistung_slug: slug,
        destination_id: route.destinationId,
      })),
    )
    .execute();
}

/** What goes to a destination: slugs of Leistungen, or `*`. */
export async function listRoutedSlugs(
  db: Db,
  tenantId: string,
  destinationId: string,
): Promise<readonly string[]> {
  const rows = await db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.route")
    .select("leistung_slug")
    .where("tenant_id", "=", tenantId)
    .where("destination_id", "=", destinationId)
    .orderBy("leistung_slug")
    .execute();
  return rows.map((row) => row.leistung_slug);
}

/** All of a tenant, by name. */
export function listDestinationNames(
  db: Db,
  tenantId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .$extendTables<DeliveryTables>()
    .selectFrom("delivery.destination")
    .select(["id", "name"])
    .where("tenant_id", "=", tenantId)
    .orderBy("name")
    .execute();
}
