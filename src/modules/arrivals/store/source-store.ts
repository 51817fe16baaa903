import type { Selectable } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { ArrivalsTables } from "./tables.ts";

/** A place outside that is asked, as it is stored. */
export type StoredSource = {
  readonly id: string;
  readonly name: string;
  readonly inboxKey: string;
  /** Encrypted. */
  readonly options: Buffer;
  readonly isEnabled: boolean;
  readonly askedAt: Date | undefined;
  readonly cause: string | undefined;
};

export async function findSource(
  db: Db,
  tenantId: string,
  id: string,
): Promise<StoredSource | undefined> {
  const row = await db
    .$extendTables<ArrivalsTables>()
    .selectFrom("arrivals.source")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && sourceOf(row);
}

export async function listSources(
  db: Db,
  tenantId: string,
): Promise<readonly StoredSource[]> {
  const rows = await db
    .$extendTables<ArrivalsTables>()
    .selectFrom("arrivals.source")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .orderBy("name")
    .execute();
  return rows.map(sourceOf);
}

/** Writes a source, new or changed. Idempotent by its id. */
export async function writeSource(
  db: Db,
  tenantId: string,
  {
    now,
    id,
    ...source
  }: Pick<
    StoredSource,
    "id" | "name" | "inboxKey" | "options" | "isEnabled"
  > & {
    readonly now: Date;
  },
): Promise<void> {
  const values = {
    name: source.name,
    inbox_key: source.inboxKey,
    options: source.options,
    enabled: source.isEnabled,
    updated_at: now,
  };
  await db
    .$extendTables<ArrivalsTables>()
    .insertInto("arrivals.source")
    .values({ tenant_id: tenantId, id, ...values, created_at: now })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "id"]).doUpdateSet(values),
    )
    .execute();
}

/** When it was asked last; `cause`: why that failed. */
export async function noteAsked(
  db: Db,
  tenantId: string,
  {
    sourceId,
    cause,
    now,
  }: {
    readonly sourceId: string;
    readonly cause: string | undefined;
    readonly now: Date;
  },
): Promise<void> {
  await db
    .$extendTables<ArrivalsTables>()
    .updateTable("arrivals.source")
    .set({ asked_at: now, cause: cause ?? null })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", sourceId)
    .execute();
}

const sourceOf = (
  row: Selectable<ArrivalsTables["arrivals.source"]>,
): StoredSource => ({
  id: row.id,
  name: row.name,
  inboxKey: row.inbox_key,
  options: row.options,
  isEnabled: row.enabled,
  askedAt: row.asked_at ?? undefined,
  cause: row.cause ?? undefined,
});
