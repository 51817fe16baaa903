import type { Db } from "../../../platform/database/database.ts";
import type { AccountsTables } from "./tables.ts";

export type NewAccount = {
  readonly id: string;
  /** Encrypted. */
  readonly displayName: Buffer;
  readonly email: Buffer | null;
  readonly emailFingerprint: Buffer | null;
  readonly passwordHash: string | null;
  readonly locale: "de" | "en";
  readonly now: Date;
};

export async function insertAccount(
  db: Db,
  tenantId: string,
  account: NewAccount,
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.account")
    .values({
      tenant_id: tenantId,
      id: account.id,
      display_name: account.displayName,
      email: account.email,
      email_fingerprint: account.emailFingerprint,
      password_hash: account.passwordHash,
      locale: account.locale,
      created_at: account.now,
      last_signed_in_at: account.now,
    })
    .execute();
}

export type StoredAccount = {
  id: string;
  display_name: Buffer;
  email: Buffer | null;
  email_confirmed_at: Date | null;
  password_hash: string | null;
  totp_secret: Buffer | null;
  totp_pending_secret: Buffer | null;
  totp_assurance_level: "low" | "substantial";
  locale: "de" | "en";
  created_at: Date;
  last_signed_in_at: Date;
};

const columns = [
  "id",
  "display_name",
  "email",
  "email_confirmed_at",
  "password_hash",
  "totp_secret",
  "totp_pending_secret",
  "totp_assurance_level",
  "locale",
  "created_at",
  "last_signed_in_at",
] as const;

/** A password lets nobody in before the address beside it is confirmed. */
export function hasUsablePassword(
  account: Pick<StoredAccount, "password_hash" | "email_confirmed_at">,
): boolean {
  return account.password_hash !== null && account.email_confirmed_at !== null;
}

export function findAccount(
  db: Db,
  tenantId: string,
  id: string,
): Promise<StoredAccount | undefined> {
  return selectAccount(db, tenantId, id).executeTakeFirst();
}

/** As `findAccount`; nobody else changes the account's means to sign in until the transaction ends. */
export function lockAccount(
  db: Db,
  tenantId: string,
  id: string,
): Promise<StoredAccount | undefined> {
  return selectAccount(db, tenantId, id).forNoKeyUpdate().executeTakeFirst();
}

/** As `lockAccount`, several in one order: two that lock the same ones never wait for each other. */
export function lockAccounts(
  db: Db,
  tenantId: string,
  ids: readonly string[],
): Promise<StoredAccount[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.account")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("id", "in", ids)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

function selectAccount(db: Db, tenantId: string, id: string) {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.account")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id);
}

/** The address of an account, confirmed or not. Throws when another account has it. */
export async function saveEmail(
  db: Db,
  tenantId: string,
  address: {
    readonly accountId: string;
    /** Encrypted. */
    readonly email: Buffer;
    readonly emailFingerprint: Buffer;
    readonly confirmedAt: Date | null;
  },
): Promise<void> {
  await updateAccount(db, tenantId, address.accountId)
    .set({
      email: address.email,
      email_fingerprint: address.emailFingerprint,
      email_confirmed_at: address.confirmedAt,
    })
    .execute();
}

/** By the keyed hash of an address; its confirmation is the caller's matter. */
export function findAccountByEmail(
  db: Db,
  tenantId: string,
  emailFingerprint: Buffer,
): Promise<StoredAccount | undefined> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.account")
    .select(columns)
    .where("tenant_id", "=", tenantId)
    .where("email_fingerprint", "=", emailFingerprint)
    .executeTakeFirst();
}

/** Notes a sign-in; a removal that was announced is off. */
export async function noteSignIn(
  db: Db,
  tenantId: string,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await updateAccount(db, tenantId, accountId)
    .set({ last_signed_in_at: now, removal_announced_at: null })
    .execute();
}

/** Name and address of several accounts, encrypted; those that were deleted are missing. */
export async function listContacts(
  db: Db,
  tenantId: string,
  accountIds: readonly string[],
) {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.account")
    .select(["id", "display_name", "email", "email_confirmed_at", "locale"])
    .where("tenant_id", "=", tenantId)
    .where("id", "in", accountIds)
    .execute();
}

/** A password in place of the one before. */
export async function savePassword(
  db: Db,
  tenantId: string,
  {
    accountId,
    passwordHash,
  }: { readonly accountId: string; readonly passwordHash: string },
): Promise<void> {
  await updateAccount(db, tenantId, accountId)
    .set({ password_hash: passwordHash })
    .execute();
}

/** The address is its owner's. */
export async function confirmEmail(
  db: Db,
  tenantId: string,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await updateAccount(db, tenantId, accountId)
    .set({ email_confirmed_at: now })
    .where("email_confirmed_at", "is", null)
    .execute();
}

/** Removes an account whose address was never confirmed, so that nobody ever came in; false when it is none. */
export async function deleteUnconfirmed(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.account")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .where("email_confirmed_at", "is", null)
    .whereRef("last_signed_in_at", "=", "created_at")
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Gives an account another name, encrypted by the caller. */
export async function saveDisplayName(
  db: Db,
  tenantId: string,
  {
    accountId,
    displayName,
  }: { readonly accountId: string; readonly displayName: Buffer },
): Promise<void> {
  await updateAccount(db, tenantId, accountId)
    .set({ display_name: displayName })
    .execute();
}

/** Changes of one account begin so. */
export function updateAccount(db: Db, tenantId: string, accountId: string) {
  return db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.account")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId);
}
