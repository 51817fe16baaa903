import type { Db } from "../../../platform/database/database.ts";
import type { AccountsTables } from "./tables.ts";

export type EmailTokenPurpose = "confirm" | "reset";

/** Keeps a link in place of earlier ones for the same. */
export async function insertEmailToken(
  db: Db,
  tenantId: string,
  token: {
    readonly tokenHash: Buffer;
    readonly accountId: string;
    readonly purpose: EmailTokenPurpose;
    readonly now: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const tables = db.$extendTables<AccountsTables>();
  await tables
    .deleteFrom("accounts.email_token")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", token.accountId)
    .where("purpose", "=", token.purpose)
    .execute();
  await tables
    .insertInto("accounts.email_token")
    .values({
      tenant_id: tenantId,
      token_hash: token.tokenHash,
      account_id: token.accountId,
      purpose: token.purpose,
      created_at: token.now,
      expires_at: token.expiresAt,
    })
    .execute();
}

export type EmailLink = {
  readonly tokenHash: Buffer;
  readonly purpose: EmailTokenPurpose;
  readonly now: Date;
};

/** Whose link it is, unless it is over. */
export async function findEmailToken(
  db: Db,
  tenantId: string,
  { tokenHash, purpose, now }: EmailLink,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.email_token")
    .select("account_id")
    .where("tenant_id", "=", tenantId)
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.account_id;
}

/** Takes a link away, so that it counts once; whose it was, or undefined. */
export async function takeEmailToken(
  db: Db,
  tenantId: string,
  { tokenHash, purpose, now }: EmailLink,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.email_token")
    .where("tenant_id", "=", tenantId)
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .where("expires_at", ">", now)
    .returning("account_id")
    .executeTakeFirst();
  return row?.account_id;
}

/** A password in place of the one before. Following a link proves the address, too. */
export async function savePassword(
  db: Db,
  tenantId: string,
  {
    accountId,
    passwordHash,
  }: { readonly accountId: string; readonly passwordHash: string },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.account")
    .set({ password_hash: passwordHash })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .execute();
}

/** The address is its owner's. */
export async function confirmEmail(
  db: Db,
  tenantId: string,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.account")
    .set({ email_confirmed_at: now })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .where("email_confirmed_at", "is", null)
    .execute();
}

export type OpenSessionRow = {
  id: Buffer;
  portal_tenant_id: string;
  device: string;
  created_at: Date;
  last_seen_at: Date;
};

/** Where somebody is signed in, the latest used first; those that ended by their level are not left out here. */
export function listSessions(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<OpenSessionRow[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.session")
    .select(["id", "portal_tenant_id", "device", "created_at", "last_seen_at"])
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("stage", "=", "full")
    .orderBy("last_seen_at", "desc")
    .execute();
}

/** Ends one session of this account; false when there is none. */
export async function deleteOwnSession(
  db: Db,
  tenantId: string,
  { accountId, id }: { readonly accountId: string; readonly id: Buffer },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.session")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
