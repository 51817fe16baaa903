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
