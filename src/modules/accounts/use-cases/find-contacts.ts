import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { purposes } from "../domain/identity.ts";
import { listIdentities } from "../store/identity-store.ts";
import { listContacts } from "../store/account-store.ts";

/** How to name somebody with an account, and how to reach them. */
export type Contact = {
  readonly accountId: string;
  readonly displayName: string;
  /** Undefined without a confirmed address. */
  readonly email: string | undefined;
  readonly locale: Locale;
  /** Handles of their Postfächer at an identity provider, the one linked last at the end. */
  readonly listPostfachHandles: (
    provider: string,
  ) => Promise<readonly string[]>;
};

async function listPostfachHandles(
  context: Context,
  accountId: string,
  provider: string,
): Promise<readonly string[]> {
  const identities = await context.read((db) =>
    listIdentities(db, context.tenantId, accountId),
  );
  const handles: string[] = [];
  for (const { id, postfach_handle: sealed, ...identity } of identities)
    if (identity.provider === provider && sealed !== null)
      handles.push(
        (
          await context.cipher.decrypt(sealed, purposes.postfachHandle(id))
        ).toString("utf8"),
      );
  return handles;
}

/** Contacts of accounts by their id; deleted ones are missing. Whoever calls has checked that they may be shown. */
export async function findContacts(
  context: Context,
  db: Db,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Contact>> {
  if (accountIds.length === 0) return new Map();
  const found = await listContacts(db, context.tenantId, accountIds);
  const contacts = await Promise.all(
    found.map(async (account): Promise<Contact> => {
      const open = async (sealed: Buffer, purpose: string) =>
        (await context.cipher.decrypt(sealed, purpose)).toString("utf8");
      return {
        accountId: account.id,
        displayName: await open(
          account.display_name,
          purposes.displayName(account.id),
        ),
        email:
          account.email && account.email_confirmed_at
            ? await open(account.email, purposes.email(account.id))
            : undefined,
        locale: account.locale,
        listPostfachHandles: (provider) =>
          listPostfachHandles(context, account.id, provider),
      };
    }),
  );
  return new Map(contacts.map((contact) => [contact.accountId, contact]));
}
