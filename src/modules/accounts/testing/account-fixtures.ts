import assert from "node:assert/strict";
import type { Actor, Context } from "../../../platform/context/context.ts";
import type { TestDatabase } from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { newSecretToken } from "../../../platform/values/secret-token.ts";
import {
  fingerprints,
  purposes,
  type AssertedIdentity,
} from "../domain/identity.ts";
import { saveEmail } from "../store/account-store.ts";
import {
  findAccountSession,
  type AccountSession,
} from "../use-cases/find-account-session.ts";
import type { OwnerProof } from "../use-cases/prove-owner.ts";
import { signInWithIdentity } from "../use-cases/sign-in-with-identity.ts";

/** A Wednesday morning in Schwerin. */
export const wednesday = new Date("2027-03-03T08:00:00.000Z");

export const daysLater = (days: number) =>
  new Date(wednesday.getTime() + days * 86_400_000);

/** Erika as her provider knows her; another subject is another person. */
export function erika(more: Partial<AssertedIdentity> = {}): AssertedIdentity {
  return {
    provider: "bundid",
    subject: newId(),
    assuranceLevel: "substantial",
    displayName: "Erika Mustermann",
    values: [
      {
        attribute: "familyName",
        value: "Mustermann",
        assuranceLevel: "substantial",
      },
      {
        attribute: "givenNames",
        value: "Erika",
        assuranceLevel: "substantial",
      },
    ],
    ...more,
  };
}

/** What a browser sends to show that its owner is there: nothing, or what the test says. */
export function proof(more: Partial<OwnerProof> = {}): OwnerProof {
  return {
    password: "",
    response: "",
    browserToken: newSecretToken(),
    party: { id: "portal.example", name: "", origin: "https://portal.example" },
    session: undefined,
    ...more,
  };
}

/** A citizen of the installation as actor. */
function citizen(accountId: string): Actor {
  return {
    kind: "citizen",
    id: accountId,
    ownerId: accountId,
    may: () => false,
  };
}

/** Somebody signed in with an identity, on a portal. */
export async function signedIn(
  database: TestDatabase,
  {
    installation,
    identity = erika(),
    portalTenantId = installation,
    now = wednesday,
  }: {
    readonly installation: string;
    readonly identity?: AssertedIdentity;
    readonly portalTenantId?: string;
    readonly now?: Date;
  },
): Promise<{
  readonly session: AccountSession;
  readonly token: string;
  readonly context: Context;
}> {
  const guest = database.contextFor({ tenantId: installation, now });
  const { token } = await signInWithIdentity(guest, {
    identity,
    portalTenantId,
    device: "Firefox, Linux",
  });
  const session = await findAccountSession(guest, { token, portalTenantId });
  assert.ok(session);
  const actor = citizen(session.accountId);
  return {
    session,
    token,
    context: database.contextFor({ tenantId: installation, actor, now }),
  };
}

/** The address that the owner of an account has confirmed. */
export async function confirmEmail(
  context: Context,
  accountId: string,
  address: string,
): Promise<void> {
  const { cipher, tenantId, now } = context;
  const email = await cipher.encrypt(
    Buffer.from(address),
    purposes.email(accountId),
  );
  const emailFingerprint = await cipher.fingerprint(
    address,
    fingerprints.email,
  );
  await context.transaction((db) =>
    saveEmail(db, tenantId, {
      accountId,
      email,
      emailFingerprint,
      confirmedAt: now,
    }),
  );
}
