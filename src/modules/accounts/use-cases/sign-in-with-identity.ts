import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import type { AssertedIdentity } from "../domain/identity.ts";
import { noteSignIn } from "../store/account-store.ts";
import { findIdentity } from "../store/identity-store.ts";
import { actingAs } from "./acting-as.ts";
import { createAccount } from "./create-account.ts";
import { greetDevice, makeKnownDevice } from "./known-device.ts";
import { keepAssertedValues } from "./keep-asserted-values.ts";
import {
  linkIdentity,
  noteProof,
  subjectFingerprintOf,
} from "./link-identity.ts";
import { openSession, type SignedIn } from "./open-session.ts";

export type SignInWithIdentity = {
  readonly identity: AssertedIdentity;
  readonly portalTenantId: string;
  readonly device: string;
  /** Cookie of a device that has signed in before. */
  readonly knownDevice?: string | undefined;
};

/**
 * Signs in whoever an identity provider has just confirmed: the account the identity is linked with, or a new one. Never links to an account
 * that is there by its address: that needs both proofs in one session. The session has the level of this very proof.
 * `isNew` tells that the account was made by it.
 */
export async function signInWithIdentity(
  context: Context,
  { identity, portalTenantId, device, knownDevice }: SignInWithIdentity,
): Promise<SignedIn & { readonly isNew: boolean }> {
  const subjectFingerprint = await subjectFingerprintOf(context, identity);
  return context.transaction(async (db) => {
    const found = await useIdentity(context, db, {
      identity,
      subjectFingerprint,
    });
    const accountId =
      found ??
      (await accountFor(context, db, { identity, subjectFingerprint }));
    await noteSignIn(db, context.tenantId, { accountId, now: context.now });
    await keepAssertedValues(context, db, { accountId, identity });
    const opened = await openSession(context, db, {
      accountId,
      portalTenantId,
      device,
      assuranceLevel: identity.assuranceLevel,
      provider: identity.provider,
    });
    await recordAudit(actingAs(context, accountId), db, {
      action: "account.signed-in",
      subject: { kind: "account", id: accountId },
      details: { provider: identity.provider, level: identity.assuranceLevel },
    });
    return {
      ...opened,
      isNew: found === undefined,
      // Nobody need be told of the device that an account was made on.
      knownDevice:
        found === undefined
          ? await makeKnownDevice(context, accountId)
          : await greetDevice(context, db, { accountId, knownDevice }),
    };
  });
}

type FoundBy = {
  readonly identity: AssertedIdentity;
  readonly subjectFingerprint: Buffer;
};

/** The account an identity is linked with; its use is noted. */
async function useIdentity(
  context: Context,
  db: Db,
  { identity, subjectFingerprint }: FoundBy,
): Promise<string | undefined> {
  const known = await findIdentity(db, context.tenantId, {
    provider: identity.provider,
    subjectFingerprint,
  });
  if (!known) return undefined;
  await noteProof(context, db, { known, identity });
  return known.account_id;
}

async function accountFor(
  context: Context,
  db: Db,
  { identity, subjectFingerprint }: FoundBy,
): Promise<string> {
  const { accountId } = await createAccount(context, db, {
    displayName: identity.displayName,
  });
  const isLinked = await linkIdentity(context, db, {
    accountId,
    identity,
    subjectFingerprint,
  });
  // The same person in another tab was faster: nothing is left of this attempt, and signing in again finds the account.
  if (!isLinked) throw new Error("accounts: the identity was linked meanwhile");
  return accountId;
}
