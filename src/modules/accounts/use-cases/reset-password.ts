import { hashPassword } from "../../../platform/crypto/password-hash.ts";
import type { Context } from "../../../platform/context/context.ts";
import {
  faultOfPassword,
  type PasswordFault,
} from "../../../platform/passwords/password-rules.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import {
  confirmEmail as noteConfirmed,
  savePassword,
} from "../store/account-store.ts";
import { takeEmailToken } from "../store/email-token-store.ts";
import { deleteOtherSessions } from "../store/session-store.ts";
import { actingAs } from "./acting-as.ts";
import {
  forAccountOfMail,
  type MailAsked,
  type MailRefusal,
} from "./account-for-mail.ts";
import { sendLink, type MailPlace } from "./send-link.ts";
import { tellOwner } from "./tell-owner.ts";

export type ResetRequest = MailPlace & MailAsked;

/** Mails a link to choose a new password, where the address has an account. The answer never tells whether it has. */
export function requestReset(
  context: Context,
  request: ResetRequest,
): Promise<Result<void, MailRefusal>> {
  return forAccountOfMail(context, request, (db, { account, email }) =>
    sendLink(context, db, {
      ...request,
      email,
      accountId: account.id,
      purpose: "reset",
    }),
  );
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
    const taken = await takeEmailToken(db, tenantId, {
      tokenHash: hashSecretToken(token),
      purpose: "reset",
      now,
    });
    if (!taken) return refuse({ kind: "link-over" });
    const { accountId } = taken;
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
