import type { Context } from "../../../platform/context/context.ts";
import { ok, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { fingerprints, normaliseEmail } from "../domain/identity.ts";
import { findAccountByEmail } from "../store/account-store.ts";
import { attemptKey } from "./attempt-key.ts";
import { sendExistsNotice, sendLink, type MailPlace } from "./send-link.ts";

/**
 * Mails the link that confirms an address once more. Only the newest link counts. The answer never tells whether the address has an account,
 * confirmed or not.
 */
export async function sendConfirmationAgain(
  context: Context,
  request: MailPlace & {
    readonly email: string;
    readonly clientAddress: string;
  },
): Promise<Result<void, TooManyAttempts>> {
  const email = normaliseEmail(request.email);
  const counted = await countAttempts(context, [
    attemptKey("mail-address", request.clientAddress),
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
    if (!account) return;
    const mail = { ...request, email, accountId: account.id };
    await (account.email_confirmed_at
      ? sendExistsNotice(context, db, mail)
      : sendLink(context, db, { ...mail, purpose: "confirm" }));
  });
  return ok(undefined);
}
