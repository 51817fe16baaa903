import type { Context } from "../../../platform/context/context.ts";
import type { AppSetup } from "../../../platform/crypto/authenticator-app.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { deleteSession, findPendingSession } from "../store/session-store.ts";
import { confirmTotpSetup } from "./confirm-totp-setup.ts";
import { findTotpSetup } from "./find-totp-setup.ts";
import { makeWaitingSecret } from "./make-waiting-secret.ts";
import { actingAs, openSession, type SignIn } from "./open-session.ts";

/** The secret that a sign-in waits for somebody to scan, made at the first look; undefined when no sign-in waits for that. */
export async function findRequiredFactor(
  context: Context,
  {
    token,
    issuer,
  }: { readonly token: string | undefined; readonly issuer: string },
): Promise<AppSetup | undefined> {
  const member = await findWaiting(context, token);
  if (!member) return undefined;
  const waiting = await findTotpSetup(member, issuer);
  if (waiting) return waiting;
  await makeWaitingSecret(member);
  return findTotpSetup(member, issuer);
}

export type RequiredFactorRefusal =
  | { readonly kind: "sign-in-expired" }
  | { readonly kind: "wrong-code" };

/** Last step of a sign-in where a second factor is required: the first right code sets it up and opens the session. */
export async function setUpRequiredFactor(
  context: Context,
  { token, code }: { readonly token: string; readonly code: string },
): Promise<
  Result<
    { readonly signIn: SignIn; readonly recoveryCodes: readonly string[] },
    RequiredFactorRefusal
  >
> {
  const member = await findWaiting(context, token);
  if (!member) return refuse({ kind: "sign-in-expired" });
  const confirmed = await confirmTotpSetup(member, { code });
  if (!confirmed.ok)
    return refuse(
      confirmed.refusal.kind === "wrong-code"
        ? confirmed.refusal
        : { kind: "sign-in-expired" },
    );
  const { tenantId, actor } = member;
  return context.transaction(async (db) => {
    await deleteSession(db, tenantId, hashSecretToken(token));
    const signIn = await openSession(context, db, {
      memberId: actor.id,
      stage: "full",
    });
    await recordAudit(member, db, {
      action: "staff.signed-in",
      subject: { kind: "staff", id: actor.id },
      details: { means: "new-app" },
    });
    return ok({ signIn, recoveryCodes: confirmed.value.recoveryCodes });
  });
}

/** Acting as the member whose sign-in waits for a second factor. */
async function findWaiting(
  context: Context,
  token: string | undefined,
): Promise<Context | undefined> {
  if (token === undefined || !isSecretToken(token)) return undefined;
  const { tenantId, now } = context;
  const pending = await context.transaction((db) =>
    findPendingSession(db, tenantId, { id: hashSecretToken(token), now }),
  );
  return pending?.stage === "factor"
    ? actingAs(context, pending.memberId)
    : undefined;
}
