import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { AccountsTables } from "./tables.ts";

export type MergeOffer = {
  readonly accountId: string;
  readonly otherAccountId: string;
  readonly sessionId: Buffer;
  readonly expiresAt: Date;
};

/** Keeps an offer in place of an earlier one of the same account. */
export async function saveMergeOffer(
  db: Db,
  tenantId: string,
  offer: MergeOffer,
): Promise<void> {
  const values = {
    other_account_id: offer.otherAccountId,
    session_id: offer.sessionId,
    expires_at: offer.expiresAt,
  };
  await db
    .$extendTables<AccountsTables>()
    .insertInto("accounts.merge_offer")
    .values({ tenant_id: tenantId, account_id: offer.accountId, ...values })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "account_id"]).doUpdateSet(values),
    )
    .execute();
}

export type OfferedTo = {
  readonly accountId: string;
  readonly sessionId: Buffer;
  readonly now: Date;
};

/** The other account of an offer, only in the session that proved both. */
export async function findMergeOffer(
  db: Db,
  tenantId: string,
  { accountId, sessionId, now }: OfferedTo,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.merge_offer")
    .select("other_account_id")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("session_id", "=", sessionId)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.other_account_id;
}

/** Takes the offer away, so that it counts once; the other account, or undefined when there is none. */
export async function takeMergeOffer(
  db: Db,
  tenantId: string,
  { accountId, sessionId, now }: OfferedTo,
): Promise<string | undefined> {
  const row = await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.merge_offer")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("session_id", "=", sessionId)
    .where("expires_at", ">", now)
    .returning("other_account_id")
    .executeTakeFirst();
  return row?.other_account_id;
}

/**
 * Identities, passkeys, consents and values of one account become another's. Of two values of one kind the surer stays, of two as sure the
 * one that is there; of two consents to the same thing one stays.
 */
export async function moveBelongings(
  db: Db,
  tenantId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const tables = db.$extendTables<AccountsTables>();
  for (const table of [
    "accounts.identity",
    "accounts.passkey",
    "accounts.notice",
  ] as const)
    await tables
      .updateTable(table)
      .set({ account_id: to })
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", from)
      .execute();
  await sql`
    update accounts.consent set account_id = ${to}::uuid
    where tenant_id = ${tenantId}::uuid and account_id = ${from}::uuid
      and not exists (
        select from accounts.consent as own
        where own.tenant_id = consent.tenant_id and own.account_id = ${to}::uuid
          and own.kind = consent.kind and own.subject = consent.subject
          and own.revoked_at is null and consent.revoked_at is null
      )
  `.execute(db);
}

/** Deletes an account with everything that hangs on it in this module. */
export async function deleteAccount(
  db: Db,
  tenantId: string,
  accountId: string,
): Promise<void> {
  await db
    .$extendTables<AccountsTables>()
    .deleteFrom("accounts.account")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .execute();
}
