import type { Context } from "../../../platform/context/context.ts";
import type { ProvenLevel } from "../domain/assurance-level.ts";
import {
  addressHash,
  findUndeliverable,
  type Undeliverable,
} from "../../../platform/mail/undeliverable.ts";
import { purposes } from "../domain/identity.ts";
import { findAccount } from "../store/account-store.ts";
import { listIdentities } from "../store/identity-store.ts";

/** What the first page of an account shows. */
export type AccountOverview = {
  readonly email: string | undefined;
  readonly isEmailConfirmed: boolean;
  /** Since when mail to the address comes back; undefined: it arrives, as far as is known. */
  readonly undeliverableSince: Date | undefined;
  readonly createdAt: Date;
  readonly hasPassword: boolean;
  readonly identities: readonly {
    readonly id: string;
    readonly provider: string;
    readonly assuranceLevel: ProvenLevel;
    readonly linkedAt: Date;
  }[];
};

/** The own account; undefined when it was deleted meanwhile. */
export async function readOverview(
  context: Context,
  accountId: string,
): Promise<AccountOverview | undefined> {
  const [account, identities] = await context.read((db) =>
    Promise.all([
      findAccount(db, context.tenantId, accountId),
      listIdentities(db, context.tenantId, accountId),
    ]),
  );
  if (!account) return undefined;
  const email =
    account.email &&
    (await context.cipher.decrypt(account.email, purposes.email(accountId)));
  const undeliverable = email && (await undeliverableMark(context, email));
  return {
    email: email?.toString(),
    undeliverableSince: undeliverable?.since,
    isEmailConfirmed: account.email_confirmed_at !== null,
    createdAt: account.created_at,
    hasPassword: account.password_hash !== null,
    identities: identities.map((identity) => ({
      id: identity.id,
      provider: identity.provider,
      assuranceLevel: identity.assurance_level,
      linkedAt: identity.linked_at,
    })),
  };
}

async function undeliverableMark(
  context: Context,
  email: Buffer,
): Promise<Undeliverable | undefined> {
  const hash = await addressHash(context, email.toString("utf8"));
  return context.read((db) => findUndeliverable(context, db, hash));
}
