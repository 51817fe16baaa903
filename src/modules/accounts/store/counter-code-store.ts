import type { Db } from "../../../platform/database/database.ts";
import type { AccountsTables } from "./tables.ts";

/** A code in place of all earlier ones of the account. */
export async function replaceCounterCode(
  db: Db,
  tenantId: string,
  code: {
    readonly accountId: string;
    readonly hash: Buffer;
    /** The passkey that was shown for it; null: the app with codes. */
    readonly passkeyId: Buffer | null;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const tables = db.$extendTables<AccountsTables>();
  await tables
    .deleteFrom("accounts.counter_code")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", code.accountId)
    .execute();
  await tables
    .insertInto("accounts.counter_code")
    .values({
      tenant_id: tenantId,
      code_hash: code.hash,
      account_id: code.accountId,
      passkey_id: code.passkeyId,
      expires_at: code.expiresAt,
    })
    .execute();
}

/** The app is another one, or gone: the code it was shown for would raise what nobody has seen. */
export async function deleteCodeOfApp(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.counter_code")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("passkey_id", "is", null)
    .execute();
}

export type TakenCode = { account_id: string; passkey_id: Buffer | null };

/** Uses a code up; undefined when there is none or its time is over. */
export function takeCounterCode(
  db: Db,
  tenantId: string,
  { hash, now }: { readonly hash: Buffer; readonly now: Date },
): Promise<TakenCode | undefined> {
  return db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.counter_code")
    .where("tenant_id", "=", tenantId)
    .where("code_hash", "=", hash)
    .where("expires_at", ">", now)
    .returning(["account_id", "passkey_id"])
    .executeTakeFirst();
}
