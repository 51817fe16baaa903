import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import {
  faultOfPassword,
  type PasswordFault,
} from "../../../platform/passwords/password-rules.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  countAttempts,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { fingerprints, normaliseEmail } from "../domain/identity.ts";
import {
  confirmEmail as noteConfirmed,
  findAccountByEmail,
  savePassword,
} from "../store/account-store.ts";
import { takeEmailToken } from "../store/email-token-store.ts";
import { deleteOtherSessions } from "../store/session-store.ts";
import { actingAs } from "./acting-as.ts";
import { attemptKey } from "./attempt-key.ts";
import { sendLink, type MailPlace } from "./send-link.ts";
import { tellOwner } from "./tell-owner.ts";

export type ResetRequest = MailPlace & {
  readonly email: string;
  readonly clientAddress: string;
};

/** Mails a link to choose a new password, where the address has an account. The answer never tells whether it has. */
export async function requestReset(
  context: Context,
  request: ResetRequest,
): Promise<Result<void, TooManyAttempts>> {
  const email = normaliseEmail(request.email);
  const counted = await countAttempts(context, [
    attemptKey("mail-address", request.clientAddress),
  ]);
  if (!counted.ok) return counted;
  // Nobody is flooded with mails, and nobody is told that somebody else has asked for some.
  if (!(await countAttempts(context, [attemptKey("mail", email)])).ok)
    return ok(undefined);
  const emailFingerprint = await context.cipher.fingerprint(
    email,
    fingerprints.email,
  );
  await context.transaction(async (db) => {
    const account = await findAccountByEmail(
      db,
      context.tenantId,
      emailFingerprint,
    );
    if (!account) return;
    await sendLink(context, db, {
      ...request,
      email,
      accountId: account.id,
      purpose: "reset",
    });
  });
  return ok(undefined);
}

export type ResetRefusal =
  | { readonly kind: "link-over" }
  | { readonly kind: "password-weak"; readonly fault: PasswordFault };

/** A new password by the link of the mail. All sessions end, on all portals; the owner is told. */
export async function resetPassword(
  context: Context,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Result<void, ResetRefusal>> {
  const fault = await faultOfPassword(password, "");
  if (fault) return refuse({ kind: "password-weak", fault });
  if (!isSecretToken(token)) return refuse({ kind: "link-over" });
  const passwordHash = await hashPassword(password);
  return context.transaction(async (db) => {
    const { tenantId, now } = context;
    const accountId = await takeEmailToken(db, tenantId, {
      tokenHash: hashSecretToken(token),
      purpose: "reset",
      now,
    });
    if (accountId === undefined) return refuse({ kind: "link-over" });
    await savePassword(db, tenantId, { accountId, passwordHash });
    await noteConfirmed(db, tenantId, { accountId, now });
    await deleteOtherSessions(db, tenantId, { accountId });
    await tellOwner(context, db, { accountId, news: "password-changed" });
    await recordAudit(actingAs(context, accountId), db, {
      action: "account.password-reset",
      subject: { kind: "account", id: accountId },
    });
    return ok(undefined);
  });
}
