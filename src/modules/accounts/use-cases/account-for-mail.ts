import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { fingerprints, isEmail, normaliseEmail } from "../domain/identity.ts";
import {
  findAccountByEmail,
  type StoredAccount,
} from "../store/account-store.ts";
import { attemptKey } from "./attempt-key.ts";

/** Whoever asks for a mail to an address, from where. */
export type MailAsked = {
  readonly email: string;
  readonly clientAddress: string;
};

export type MailRefusal = TooManyAttempts | { readonly kind: "no-address" };

/**
 * Does what somebody asked to be mailed, where the address has an account. The answer never tells whether it has; asked too often for one
 * address, nothing is sent and nothing told. Refuses what is no address at all.
 */
export async function forAccountOfMail(
  context: Context,
  asked: MailAsked,
  send: (
    db: Db,
    found: { readonly account: StoredAccount; readonly email: string },
  ) => Promise<void>,
): Promise<Result<void, MailRefusal>> {
  const email = normaliseEmail(asked.email);
  if (!isEmail(email)) return refuse({ kind: "no-address" });
  const counted = await countAttempts(context, [
    attemptKey("mail-address", asked.clientAddress),
  ]);
  if (!counted.ok) return counted;
  // Nobody is flooded with mails, and nobody is told that somebody else has asked for some.
  if (!(await countAttempts(context, [attemptKey("mail", email)])).ok)
    return ok(undefined);
  const fingerprint = await context.cipher.fingerprint(
    email,
    fingerprints.email,
  );
  await context.transaction(async (db) => {
    const account = await findAccountByEmail(db, context.tenantId, fingerprint);
    if (account) await send(db, { account, email });
  });
  return ok(undefined);
}
