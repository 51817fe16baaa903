import type { Db } from "../../../platform/database/database.ts";
import type { AccountTerms } from "../domain/account-term.ts";
import { openAfter } from "../domain/session.ts";
import { updateAccount } from "./account-store.ts";
import type { AccountsTables } from "./tables.ts";

/** Sessions, links, codes and offers whose time is over. */
export async function deleteOutdated(
  db: Db,
  tenantId: string,
  now: Date,
): Promise<void> {
  const tables = db.$extendTables<AccountsTables>();
  await tables
    .deleteFrom("accounts.session")
    .where("tenant_id", "=", tenantId)
    .where("created_at", "<=", openAfter(now))
    .execute();
  for (const table of [
    "accounts.email_token",
    "accounts.counter_code",
    "accounts.merge_offer",
    "accounts.hand_over",
    "accounts.passkey_challenge",
  ] as const)
    await tables
      .deleteFrom(table)
      .where("tenant_id", "=", tenantId)
      .where("expires_at", "<=", now)
      .execute();
}

export type UnusedAccount = {
  id: string;
  display_name: Buffer;
  email: Buffer | null;
  email_confirmed_at: Date | null;
  locale: "de" | "en";
  last_signed_in_at: Date;
};

/** Accounts that will go soon and whose owners were not told yet. */
export function listToAnnounce(
  db: Db,
  tenantId: string,
  { terms, limit }: { readonly terms: AccountTerms; readonly limit: number },
): Promise<UnusedAccount[]> {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.account")
    .select([
      "id",
      "display_name",
      "email",
      "email_confirmed_at",
      "locale",
      "last_signed_in_at",
    ])
    .where("tenant_id", "=", tenantId)
    .where("last_signed_in_at", "<", terms.announceBefore)
    .where("removal_announced_at", "is", null)
    .orderBy("last_signed_in_at")
    .limit(limit)
    .execute();
}

/** False when somebody signed in or another worker was faster. */
export async function noteAnnounced(
  db: Db,
  tenantId: string,
  {
    accountId,
    terms,
    now,
  }: {
    readonly accountId: string;
    readonly terms: AccountTerms;
    readonly now: Date;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await updateAccount(db, tenantId, accountId)
    .set({ removal_announced_at: now })
    .where("removal_announced_at", "is", null)
    .where("last_signed_in_at", "<", terms.announceBefore)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Accounts whose time is over: told long enough ago, and those that were registered and never confirmed. */
export async function listToRemove(
  db: Db,
  tenantId: string,
  { terms, limit }: { readonly terms: AccountTerms; readonly limit: number },
): Promise<string[]> {
  const rows = await selectToRemove(db, tenantId, terms).limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** Whether its time is over still; nobody signs in with it until the transaction ends. */
export async function lockToRemove(
  db: Db,
  tenantId: string,
  {
    accountId,
    terms,
  }: { readonly accountId: string; readonly terms: AccountTerms },
): Promise<boolean> {
  const row = await selectToRemove(db, tenantId, terms)
    .where("account.id", "=", accountId)
    // eslint-disable-next-line house/banned-syntax -- it is deleted: sessions and all else that refers to it wait for that
    .forUpdate("account")
    .executeTakeFirst();
  return row !== undefined;
}

function selectToRemove(db: Db, tenantId: string, terms: AccountTerms) {
  return db
    .$extendTables<AccountsTables>()
    .selectFrom("accounts.account as account")
    .select("account.id")
    .where("account.tenant_id", "=", tenantId)
    .where((account) =>
      account.or([
        account.and([
          account("account.last_signed_in_at", "<", terms.removeBefore),
          account("account.removal_announced_at", "<", terms.announcedBefore),
        ]),
        account.and([
          account("account.email_confirmed_at", "is", null),
          account("account.email", "is not", null),
          account("account.created_at", "<", terms.unconfirmedBefore),
          account.not(
            account.exists(
              account
                .selectFrom("accounts.identity as identity")
                .select("identity.id")
                .whereRef("identity.tenant_id", "=", "account.tenant_id")
                .whereRef("identity.account_id", "=", "account.id"),
            ),
          ),
        ]),
      ]),
    );
}
