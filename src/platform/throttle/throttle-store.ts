import { sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Attempts } from "./throttle.ts";
import type { ThrottleTables } from "./tables.ts";

/** Reads the count of a key and locks it until the transaction ends; a key that is new is made first. */
export async function findAttemptsForUpdate(
  db: Db,
  tenantId: string,
  { key, now }: { readonly key: Buffer; readonly now: Date },
): Promise<Attempts> {
  const row = await db
    .$extendTables<ThrottleTables>()
    .insertInto("throttle.attempt")
    .values({
      tenant_id: tenantId,
      key,
      attempts: 0,
      last_attempt_at: now,
      blocked_until: null,
    })
    // An update that changes nothing locks the row and returns it, new or not.
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "key"])
        .doUpdateSet({ attempts: sql`attempt.attempts` }),
    )
    .returning(["attempts", "last_attempt_at", "blocked_until"])
    .executeTakeFirstOrThrow();
  return {
    attempts: row.attempts,
    lastAttemptAt: row.last_attempt_at,
    blockedUntil: row.blocked_until,
  };
}

export async function saveAttempts(
  db: Db,
  tenantId: string,
  { key, attempts }: { readonly key: Buffer; readonly attempts: Attempts },
): Promise<void> {
  await db
    .$extendTables<ThrottleTables>()
    .updateTable("throttle.attempt")
    .set({
      attempts: attempts.attempts,
      last_attempt_at: attempts.lastAttemptAt,
      blocked_until: attempts.blockedUntil,
    })
    .where("tenant_id", "=", tenantId)
    .where("key", "=", key)
    .execute();
}

/** The person was who they said: their own count starts again. */
export async function forgetAttempts(
  db: Db,
  tenantId: string,
  key: Buffer,
): Promise<void> {
  await db
    .$extendTables<ThrottleTables>()
    .deleteFrom("throttle.attempt")
    .where("tenant_id", "=", tenantId)
    .where("key", "=", key)
    .execute();
}

/** Gives one attempt back to a key that others share. */
export async function returnAttempt(
  db: Db,
  tenantId: string,
  key: Buffer,
): Promise<void> {
  await db
    .$extendTables<ThrottleTables>()
    .updateTable("throttle.attempt")
    .set({ attempts: sql`greatest(attempts - 1, 0)` })
    .where("tenant_id", "=", tenantId)
    .where("key", "=", key)
    .execute();
}

/** Clears away some counts nobody added to for a day. */
export async function deleteOldAttempts(
  db: Db,
  tenantId: string,
  before: Date,
): Promise<void> {
  await sql`
    delete from throttle.attempt
    where tenant_id = ${tenantId}::uuid and key in (
      select key from throttle.attempt
      where tenant_id = ${tenantId}::uuid and last_attempt_at < ${before}
      order by last_attempt_at limit 100
      for update skip locked
    )
  `.execute(db);
}
