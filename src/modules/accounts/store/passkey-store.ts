import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { FactorLevel } from "../domain/passkey.ts";
import type { AccountsTables } from "./tables.ts";

export type StoredPasskey = {
  credential_id: Buffer;
  account_id: string;
  public_key: Buffer;
  sign_count: string;
  transports: string[];
  name: Buffer;
  assurance_level: FactorLevel;
  created_at: Date;
  last_used_at: Date | null;
};

const columns = [
  "credential_id",
  "account_id",
  "public_key",
  "sign_count",
  "transports",
  "name",
  "assurance_level",
  "created_at",
  "last_used_at",
] as const;

export type NewPasskey = {
  readonly credentialId: Buffer;
  readonly accountId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
  /** Encrypted. */
  readonly name: Buffer;
  readonly assuranceLevel: FactorLevel;
  readonly now: Date;
};

/** False when the key belongs to an account already. */
export async function insertPasskey(
  db: Db,
  tenantId: string,
  passkey: NewPasskey,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.passkey")
    .values({
      tenant_id: tenantId,
      credential_id: passkey.credentialId,
      account_id: passkey.accountId,
      public_key: passkey.publicKey,
      sign_count: String(passkey.signCount),
      transports: [...passkey.transports],
      name: passkey.name,
      assurance_level: passkey.assuranceLevel,
      created_at: passkey.now,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "credential_id"]).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function listPasskeys(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<StoredPasskey[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.passkey")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .orderBy("created_at")
    .execute();
}

export function findPasskey(
  db: Db,
  tenantId: string,
  credentialId: Buffer,
): Promise<StoredPasskey | undefined> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.passkey")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("credential_id", "=", credentialId)
    .executeTakeFirst();
}

/** Notes a use with the device's own count; false when the count has not risen, compared in the same statement. */
export async function notePasskeyUse(
  db: Db,
  tenantId: string,
  {
    credentialId,
    signCount,
    now,
  }: {
    readonly credentialId: Buffer;
    readonly signCount: number;
    readonly now: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.passkey")
    .set({ sign_count: String(signCount), last_used_at: now })
    .where("tenant_id", "=", tenantId)
    .where("credential_id", "=", credentialId)
    .where(
      sql<boolean>`sign_count < ${signCount} or (sign_count = 0 and ${signCount} = 0)`,
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type OwnPasskey = {
  readonly accountId: string;
  readonly credentialId: Buffer;
};

export async function renamePasskey(
  db: Db,
  tenantId: string,
  {
    accountId,
    credentialId,
    name,
  }: OwnPasskey & { /** Encrypted. */ readonly name: Buffer },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.passkey")
    .set({ name })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("credential_id", "=", credentialId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deletePasskey(
  db: Db,
  tenantId: string,
  { accountId, credentialId }: OwnPasskey,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.passkey")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("credential_id", "=", credentialId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** The person was confirmed with this passkey in hand. False when it is gone. */
export async function raisePasskey(
  db: Db,
  tenantId: string,
  { accountId, credentialId }: OwnPasskey,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.passkey")
    .set({ assurance_level: "substantial" })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("credential_id", "=", credentialId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
