import type { Db } from "../../../platform/database/database.ts";
import type { StaffTables } from "./tables.ts";

export type StoredDirectory = {
  /** As it was saved; parsed by the use case. */
  settings: unknown;
  client_secret: Buffer;
  enabled: boolean;
  updated_at: Date;
};

export function findDirectory(
  db: Db,
  tenantId: string,
): Promise<StoredDirectory | undefined> {
  return db
    .$extendTables<StaffTables>()
    .selectFrom("staff.directory")
    .select(["settings", "client_secret", "enabled", "updated_at"])
    .where("tenant_id", "=", tenantId)
    .executeTakeFirst();
}

export async function saveDirectory(
  db: Db,
  tenantId: string,
  directory: {
    readonly settings: string;
    /** Encrypted. */
    readonly clientSecret: Buffer;
    readonly isEnabled: boolean;
    readonly now: Date;
  },
): Promise<void> {
  const values = {
    settings: directory.settings,
    client_secret: directory.clientSecret,
    enabled: directory.isEnabled,
    updated_at: directory.now,
  };
  await db
    .$extendTables<StaffTables>()
    .insertInto("staff.directory")
    .values({ tenant_id: tenantId, ...values })
    .onConflict((conflict) => conflict.column("tenant_id").doUpdateSet(values))
    .execute();
}

export type DirectoryAttempt = {
  readonly stateHash: Buffer;
  readonly browserHash: Buffer;
  /** Encrypted. */
  readonly secrets: Buffer;
  readonly returnPath: string;
  readonly expiresAt: Date;
};

/** Keeps an attempt, and clears away those that came to nothing. */
export async function insertAttempt(
  db: Db,
  tenantId: string,
  attempt: DirectoryAttempt & { readonly now: Date },
): Promise<void> {
  const tables = db.$extendTables<StaffTables>();
  await tables
    .deleteFrom("staff.directory_attempt")
    .where("tenant_id", "=", tenantId)
    .where("expires_at", "<", attempt.now)
    .execute();
  await tables
    .insertInto("staff.directory_attempt")
    .values({
      tenant_id: tenantId,
      state_hash: attempt.stateHash,
      browser_hash: attempt.browserHash,
      secrets: attempt.secrets,
      return_path: attempt.returnPath,
      expires_at: attempt.expiresAt,
    })
    .execute();
}

/** The attempt that an answer in this browser belongs to, taken away: it counts once. */
export async function takeAttempt(
  db: Db,
  tenantId: string,
  {
    stateHash,
    browserHash,
    now,
  }: {
    readonly stateHash: Buffer;
    readonly browserHash: Buffer;
    readonly now: Date;
  },
): Promise<{ secrets: Buffer; return_path: string } | undefined> {
  return db
    .$extendTables<StaffTables>()
    .deleteFrom("staff.directory_attempt")
    .where("tenant_id", "=", tenantId)
    .where("state_hash", "=", stateHash)
    .where("browser_hash", "=", browserHash)
    .where("expires_at", ">", now)
    .returning(["secrets", "return_path"])
    .executeTakeFirst();
}
