import type { Db } from "../../../platform/database/database.ts";
import type { TimeStamp } from "../../../platform/time-stamp/time-stamp-authority.ts";
import type { DailySeal } from "../domain/seal.ts";
import { sealOf, selectSeals } from "./seal-store.ts";
import type { AuditTables } from "./tables.ts";

/** Seals without a time stamp of this authority, oldest first. */
export async function listUnstampedSeals(
  db: Db,
  tenantId: string,
  { authority, limit }: { readonly authority: string; readonly limit: number },
): Promise<DailySeal[]> {
  const rows = await selectSeals(db, tenantId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("audit.time_stamp")
            .select("audit.time_stamp.day")
            .whereRef(
              "audit.time_stamp.tenant_id",
              "=",
              "audit.daily_seal.tenant_id",
            )
            .whereRef("audit.time_stamp.day", "=", "audit.daily_seal.day")
            .where("authority", "=", authority),
        ),
      ),
    )
    .orderBy("day")
    .limit(limit)
    .execute();
  return rows.map(sealOf);
}

/** Keeps a time stamp of a seal; a second one of the same authority is let go. */
export async function insertTimeStamp(
  db: Db,
  tenantId: string,
  stamp: TimeStamp & { readonly day: string; readonly authority: string },
): Promise<void> {
  await db
    .$extendTables<AuditTables>()
    .insertInto("audit.time_stamp")
    .values({
      tenant_id: tenantId,
      day: stamp.day,
      authority: stamp.authority,
      stamped_at: stamp.at,
      response: stamp.response,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "day", "authority"]).doNothing(),
    )
    .execute();
}

/** The time stamps of all seals by day. */
export async function listTimeStamps(
  db: Db,
  tenantId: string,
): Promise<
  (TimeStamp & { readonly day: string; readonly authority: string })[]
> {
  const rows = await db
    .$extendTables<AuditTables>()
    .selectFrom("audit.time_stamp")
    .selectAll()
    .where("tenant_id", "=", tenantId)
    .orderBy("day")
    .execute();
  return rows.map(({ day, authority, stamped_at, response }) => ({
    day,
    authority,
    at: stamped_at,
    response,
  }));
}
