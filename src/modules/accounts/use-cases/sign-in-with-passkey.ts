import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { localProvider } from "../domain/identity.ts";
import { levelOfSignIn } from "../domain/passkey.ts";
import { noteSignIn } from "../store/account-store.ts";
import { listIdentities } from "../store/identity-store.ts";
import { deleteSession, moveParty } from "../store/session-store.ts";
import { actingAs } from "./acting-as.ts";
import { checkPasskey, type PasskeyAnswer } from "./check-passkey.ts";
import { greetDevice } from "./known-device.ts";
import {
  openSession,
  type OpenedSession,
  type SessionOpening,
  type SignedIn,
} from "./open-session.ts";

export type SignInWithPasskey = PasskeyAnswer & {
  readonly portalTenantId: string;
  readonly device: string;
  /** Cookie of a device that has signed in before. */
  readonly knownDevice: string | undefined;
  /** Cookie of the session before, if any: it ends. Whom it acted for is acted for on. */
  readonly previousToken: string | undefined;
};

/**
 * Signs in whoever holds a passkey and unlocked it: two factors at once, so nothing more is asked. Level low; substantial where the passkey
 * was shown when the person was confirmed at the counter. Every wrong answer is the same refusal.
 */
export async function signInWithPasskey(
  context: Context,
  {
    portalTenantId,
    device,
    knownDevice,
    previousToken,
    ...answer
  }: SignInWithPasskey,
): Promise<Result<SignedIn, { readonly kind: "refused" }>> {
  const { tenantId, now } = context;
  return context.transaction(async (db) => {
    const passkey = await checkPasskey(context, db, {
      ...answer,
      purpose: "sign-in",
    });
    if (!passkey) return refuse({ kind: "refused" });
    const accountId = passkey.account_id;
    const identities = await listIdentities(db, tenantId, accountId);
    const assuranceLevel = levelOfSignIn(passkey.assurance_level, identities);
    await noteSignIn(db, tenantId, { accountId, now });
    const opened = await openInsteadOf(context, db, {
      previousToken,
      opening: {
        accountId,
        portalTenantId,
        device,
        assuranceLevel,
        provider: localProvider,
      },
    });
    await recordAudit(actingAs(context, accountId), db, {
      action: "account.signed-in",
      subject: { kind: "account", id: accountId },
      details: {
        provider: localProvider,
        means: "passkey",
        level: assuranceLevel,
      },
    });
    return ok({
      ...opened,
      knownDevice: await greetDevice(context, db, { accountId, knownDevice }),
    });
  });
}

/** Opens a session and ends the one before. */
async function openInsteadOf(
  context: Context,
  db: Db,
  {
    previousToken,
    opening,
  }: {
    readonly previousToken: string | undefined;
    readonly opening: SessionOpening;
  },
): Promise<OpenedSession> {
  const opened = await openSession(context, db, opening);
  if (previousToken !== undefined && isSecretToken(previousToken)) {
    const previous = hashSecretToken(previousToken);
    await moveParty(db, context.tenantId, {
      from: previous,
      to: hashSecretToken(opened.token),
    });
    await deleteSession(db, context.tenantId, previous);
  }
  return opened;
}
