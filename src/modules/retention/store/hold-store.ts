import type { Db } from "../../../platform/database/database.ts";
import type { Hold } from "../domain/standing.ts";
import type { RetentionTables } from "./tables.ts";

/** A hold with its reason still encrypted. */
export type StoredHold = Hold & { readonly encryptedReason: Buffer };

export async function insertHold(
  db: Db,
  tenantId: string,
  hold: Pick<
    StoredHold,
    | "id"
    | "vorgangId"
    | "encryptedReason"
    | "placedBy"
    | "placedAt"
    | "untilDay"
  >,
): Promise<void> {
  await db
    .$extendTables<RetentionTables>()
    .insertInto("retention.hold")
    .values({
      tenant_id: tenantId,
      id: hold.id,
      vorgang_id: hold.vorgangId,
      reason: hold.encryptedReason,
      placed_by: hold.placedBy,
      placed_at: hold.placedAt,
      until_day: hold.untilDay ?? null,
    })
    .execute();
}

/** False where it does not hold any more, or never did. */
export async function liftStoredHold(
  db: Db,
  tenantId: string,
  lifting: {
    readonly id: string;
    readonly vorgangId: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<RetentionTables>()
    .updateTable("retention.hold")
    .set({ lifted_by: lifting.by, lifted_at: lifting.at })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", lifting.id)
    .where("vorgang_id", "=", lifting.vorgangId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Holds on these Vorgänge, lifted ones too, the oldest first. */
export async function listHolds(
  db: Db,
  tenantId: string,
  vorgangIds: readonly string[],
): Promise<readonly StoredHold[]> {
  if (vorgangIds.length === 0) return [];
  const rows = await db
    .$extendTables<RetentionTables>()
    .selectFrom("retention.hold")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .where("vorgang_id", "in", [...vorgangIds])
    .orderBy("placed_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    vorgangId: row.vorgang_id,
    encryptedReason: row.reason,
    placedBy: row.placed_by,
    placedAt: row.placed_at,
    untilDay: row.until_day ?? undefined,
    liftedBy: row.lifted_by ?? undefined,
    liftedAt: row.lifted_at ?? undefined,
  }));
}
