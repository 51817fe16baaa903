import type { Context } from "../../../platform/context/context.ts";
import {
  addressHash,
  clearUndeliverable,
} from "../../../platform/mail/undeliverable.ts";
import { purposes } from "../domain/identity.ts";
import { findAccount } from "../store/account-store.ts";
import { ownAccountOf } from "./own-account.ts";

/** The owner says that mail to their address arrives again: it is written to until the next one comes back. */
export async function tryMailAgain(context: Context): Promise<void> {
  const { tenantId, cipher } = context;
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return;
  const account = await context.read((db) =>
    findAccount(db, tenantId, accountId),
  );
  if (!account?.email) return;
  const email = await cipher.decrypt(account.email, purposes.email(accountId));
  const hash = await addressHash(context, email.toString("utf8"));
  await context.transaction((db) => clearUndeliverable(context, db, hash));
}
