import { hashOfRecoveryCode } from "../../../platform/crypto/recovery-codes.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { localProvider } from "../domain/identity.ts";
import { levelOfSignIn, type FactorLevel } from "../domain/passkey.ts";
import { findAccount, noteSignIn } from "../store/account-store.ts";
import { listIdentities } from "../store/identity-store.ts";
import { useRecoveryCode, useStep } from "../store/second-factor-store.ts";
import {
  deleteSession,
  findPendingSession,
  type PendingSession,
} from "../store/session-store.ts";
import { actingAs } from "./acting-as.ts";
import type { TooManyAttempts } from "../../../platform/throttle/count-attempts.ts";
import { findStep } from "./app-code.ts";
import { countProof, forgetProofs } from "./count-proof.ts";
import { greetDevice } from "./known-device.ts";
import { openSession, type SignedIn } from "./open-session.ts";

type HalfSignedIn = {
  /** From the cookie. */
  readonly token: string | undefined;
  readonly portalTenantId: string;
};

/** The sign-in of this browser that waits for a code; undefined when there is none or its ten minutes are over. */
export async function findPendingSignIn(
  context: Context,
  { token, portalTenantId }: HalfSignedIn,
): Promise<PendingSession | undefined> {
  if (token === undefined || !isSecretToken(token)) return undefined;
  const id = hashSecretToken(token);
  const { tenantId, now } = context;
  return context.transaction((db) =>
    findPendingSession(db, tenantId, { id, portalTenantId, now }),
  );
}

export type SignInWithCodeRefusal =
  | TooManyAttempts
  | { readonly kind: "sign-in-expired" }
  | { readonly kind: "wrong-code" };

export type SignInWithCode = HalfSignedIn & {
  readonly code: string;
  /** Cookie of a device that has signed in before. */
  readonly knownDevice: string | undefined;
};

/**
 * Second step after the password: a code of the app, or a recovery code; each counts once. The session gets a new token. Level low; substantial
 * where the app was set up by somebody confirmed at the counter. A recovery code never is more than low: paper is easily copied.
 */
export async function signInWithCode(
  context: Context,
  { code, knownDevice, ...half }: SignInWithCode,
): Promise<Result<SignedIn, SignInWithCodeRefusal>> {
  const pending = await findPendingSignIn(context, half);
  if (!pending) return refuse({ kind: "sign-in-expired" });
  const { tenantId, now } = context;
  const accountId = pending.account_id;
  const counted = await countProof(context, accountId);
  if (!counted.ok) return counted;
  const step = await findStep(context, { accountId, code });
  const own = actingAs(context, accountId);
  return context.transaction(async (db) => {
    const used = await useUp(context, db, { accountId, code, step });
    if (!used) {
      await recordAudit(own, db, {
        action: "account.code-refused",
        subject: { kind: "account", id: accountId },
      });
      return refuse({ kind: "wrong-code" });
    }
    // Whoever removes the half-done session goes on; a second request with the same cookie does not.
    const removed = await deleteSession(db, tenantId, pending.id);
    if (removed === undefined) return refuse({ kind: "sign-in-expired" });
    await forgetProofs(context, db, accountId);
    await noteSignIn(db, tenantId, { accountId, now });
    const opened = await openSession(context, db, {
      accountId,
      portalTenantId: half.portalTenantId,
      assuranceLevel: used.level,
      provider: localProvider,
      device: pending.device,
    });
    await recordAudit(own, db, {
      action: "account.signed-in",
      subject: { kind: "account", id: accountId },
      details: {
        provider: localProvider,
        means: used.means,
        level: used.level,
      },
    });
    const device = { accountId, knownDevice };
    return ok({
      ...opened,
      knownDevice: await greetDevice(context, db, device),
    });
  });
}

type Used = {
  readonly means: "app" | "recovery-code";
  readonly level: FactorLevel;
};

async function useUp(
  { tenantId, now }: Context,
  db: Db,
  {
    accountId,
    code,
    step,
  }: {
    readonly accountId: string;
    readonly code: string;
    readonly step: number | undefined;
  },
): Promise<Used | undefined> {
  if (step !== undefined) {
    if (!(await useStep(db, tenantId, { accountId, step }))) return undefined;
    const account = await findAccount(db, tenantId, accountId);
    const identities = await listIdentities(db, tenantId, accountId);
    const level = levelOfSignIn(
      account?.totp_assurance_level ?? "low",
      identities,
    );
    return { means: "app", level };
  }
  const hash = hashOfRecoveryCode(code);
  if (hash === undefined) return undefined;
  return (await useRecoveryCode(db, tenantId, { accountId, hash, now }))
    ? { means: "recovery-code", level: "low" }
    : undefined;
}
