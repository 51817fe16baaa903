import type { Db } from "../../../platform/database/database.ts";
import type { AccountsTables } from "./tables.ts";

export type EmailTokenPurpose =
  | "confirm"
  | "reset"
  | "leave-address"
  | "take-address";

/** Keeps a link in place of earlier ones for the same; it leads back to where they would have. */
export async function insertEmailToken(
  db: Db,
  tenantId: string,
  token: {
    readonly tokenHash: Buffer;
    readonly accountId: string;
    readonly purpose: EmailTokenPurpose;
    /** Encrypted: the address that the account is to move to. */
    readonly email?: Buffer;
    /** Page of the portal to go on with afterwards. */
    readonly returnPath?: string | undefined;
    /** Nothing is waited for. */
    readonly isUsed?: boolean;
    readonly now: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const tables = db.$extendTables<AccountsTables>();
  const earlier = await tables
    .deleteFrom("accounts.email_token")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", token.accountId)
    .where("purpose", "=", token.purpose)
    .returning("return_path")
    .executeTakeFirst();
  await tables
    .insertInto("accounts.email_token")
    .values({
      tenant_id: tenantId,
      token_hash: token.tokenHash,
      account_id: token.accountId,
      purpose: token.purpose,
      email: token.email ?? null,
      return_path: token.returnPath ?? earlier?.return_path ?? null,
      used_at: token.isUsed === true ? token.now : null,
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

/** Takes a link away, so that it counts once; whose it was and where it leads back to, or undefined. */
export async function takeEmailToken(
  db: Db,
  tenantId: string,
  { tokenHash, purpose, now }: EmailLink,
): Promise<
  | { readonly accountId: string; readonly returnPath: string | undefined }
  | undefined
> {
  const row = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.email_token")
    .where("tenant_id", "=", tenantId)
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .where("expires_at", ">", now)
    .returning(["account_id", "return_path"])
    .executeTakeFirst();
  return (
    row && {
      accountId: row.account_id,
      returnPath: row.return_path ?? undefined,
    }
  );
}

const moving = ["leave-address", "take-address"] as const;

export type AddressLink = {
  token_hash: Buffer;
  account_id: string;
  purpose: EmailTokenPurpose;
  /** Encrypted: where the account is to move. */
  email: Buffer;
  used_at: Date | null;
  expires_at: Date;
};

/** The links to both addresses of an account that is to move, or to one: confirmed or not, but not over. */
export function listAddressLinks(
  db: Db,
  tenantId: string,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<AddressLink[]> {
  return addressLinks(db, tenantId, now)
    .where("account_id", "=", accountId)
    .execute();
}

/** The link behind a token, unless it is over. */
export function findAddressLink(
  db: Db,
  tenantId: string,
  { tokenHash, now }: { readonly tokenHash: Buffer; readonly now: Date },
): Promise<AddressLink | undefined> {
  return addressLinks(db, tenantId, now)
    .where("token_hash", "=", tokenHash)
    .executeTakeFirst();
}

/** Each of them says where to. */
function addressLinks(db: Db, tenantId: string, now: Date) {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.email_token")
    .select([
      "token_hash",
      "account_id",
      "purpose",
      "email",
      "used_at",
      "expires_at",
    ])
    .where("tenant_id", "=", tenantId)
    .where("purpose", "in", moving)
    .where("email", "is not", null)
    .$narrowType<{ email: Buffer }>()
    .where("expires_at", ">", now);
}

/** This address has said yes. */
export async function noteAddressLink(
  db: Db,
  tenantId: string,
  { tokenHash, now }: { readonly tokenHash: Buffer; readonly now: Date },
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .updateTable("accounts.email_token")
    .set({ used_at: now })
    .where("tenant_id", "=", tenantId)
    .where("token_hash", "=", tokenHash)
    .execute();
}

/** Nothing moves any more; false when nothing was about to. */
export async function deleteAddressLinks(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.email_token")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("purpose", "in", moving)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Links that were sent to an address which is not the account's any more. */
export async function deleteEmailTokens(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.email_token")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
}
