import type { Context } from "../../../platform/context/context.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { purposes } from "../domain/identity.ts";
import {
  insertConsent,
  listConsents,
  listValuesWithConsent,
  setRevoked,
  type ConsentKey,
} from "../store/consent-store.ts";
import { openProfile, type ProfileValue } from "./open-profile.ts";

export type Consent = {
  readonly consentId: string;
  readonly kind: string;
  /** What was agreed to, in the words it was asked with; empty where none were kept. */
  readonly label: string;
  readonly grantedAt: Date;
  readonly revokedAt: Date | undefined;
};

/**
 * What the account knows of its person, and whether they agreed that it is used for this: without that nothing of it may leave the person's
 * own pages. One statement. The context is one of accounts.
 */
export async function readForUse(
  context: Context,
  key: ConsentKey,
): Promise<{
  readonly isConsented: boolean;
  readonly values: readonly ProfileValue[];
}> {
  const { isConsented, values } = await context.read((db) =>
    listValuesWithConsent(db, context.tenantId, key),
  );
  return {
    isConsented,
    values: await openProfile(context, key.accountId, values),
  };
}

/** Notes what somebody agreed to. A second time changes nothing. */
export async function grantConsent(
  context: Context,
  { label, ...key }: ConsentKey & { readonly label: string },
): Promise<void> {
  const { cipher, now, tenantId } = context;
  const id = newId();
  const sealed = await cipher.encrypt(Buffer.from(label), purposes.consent(id));
  await context.transaction(async (db) => {
    const consent = { ...key, id, label: sealed, now };
    if (await insertConsent(db, tenantId, consent))
      await recordAudit(context, db, {
        action: "account.consent-granted",
        subject: { kind: "account", id: key.accountId },
        details: { kind: key.kind, subject: key.subject },
      });
  });
}

/** Takes a consent back, from this moment on. Nothing happens to one that is not the account's. */
export async function revokeConsent(
  context: Context,
  { accountId, consentId }: { accountId: string; consentId: string },
): Promise<void> {
  if (!isId(consentId)) return;
  const { now, tenantId } = context;
  await context.transaction(async (db) => {
    const revoked = await setRevoked(db, tenantId, {
      accountId,
      consentId,
      now,
    });
    if (revoked)
      await recordAudit(context, db, {
        action: "account.consent-revoked",
        subject: { kind: "account", id: accountId },
        details: revoked,
      });
  });
}

/** All that an account has agreed to, the newest first, with what it took back. */
export async function listOwnConsents(
  context: Context,
  accountId: string,
): Promise<readonly Consent[]> {
  const stored = await context.read((db) =>
    listConsents(db, context.tenantId, accountId),
  );
  return Promise.all(
    stored.map(async ({ id, kind, label, granted_at, revoked_at }) => ({
      consentId: id,
      kind,
      label: label
        ? (await context.cipher.decrypt(label, purposes.consent(id))).toString()
        : "",
      grantedAt: granted_at,
      revokedAt: revoked_at ?? undefined,
    })),
  );
}
