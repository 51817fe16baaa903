import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/values/id.ts";
import { higherOf } from "../domain/assurance-level.ts";
import {
  fingerprints,
  purposes,
  type AssertedIdentity,
} from "../domain/identity.ts";
import {
  insertIdentity,
  noteIdentityUse,
  type StoredIdentity,
} from "../store/identity-store.ts";

/** What an identity is found by. */
export function subjectFingerprintOf(
  { cipher }: Context,
  { provider, subject }: Pick<AssertedIdentity, "provider" | "subject">,
): Promise<Buffer> {
  return cipher.fingerprint(subject, fingerprints.subject(provider));
}

/** Links an identity to an account; false when it is linked already, to this account or another. */
export async function linkIdentity(
  context: Context,
  db: Db,
  {
    accountId,
    identity,
    subjectFingerprint,
  }: {
    readonly accountId: string;
    readonly identity: AssertedIdentity;
    readonly subjectFingerprint: Buffer;
  },
): Promise<boolean> {
  const id = newId();
  return insertIdentity(db, context.tenantId, {
    id,
    accountId,
    provider: identity.provider,
    subjectFingerprint,
    subject: await context.cipher.encrypt(
      Buffer.from(identity.subject),
      purposes.subject(id),
    ),
    postfachHandle: await sealedHandle(context, id, identity),
    assuranceLevel: identity.assuranceLevel,
    now: context.now,
  });
}

async function sealedHandle(
  { cipher }: Context,
  identityId: string,
  { postfachHandle }: Pick<AssertedIdentity, "postfachHandle">,
): Promise<Buffer | null> {
  return postfachHandle === undefined
    ? null
    : cipher.encrypt(
        Buffer.from(postfachHandle),
        purposes.postfachHandle(identityId),
      );
}

/** Notes that a linked identity was proven again, the highest level it ever had, and its Postfach. */
export async function noteProof(
  context: Context,
  db: Db,
  {
    known,
    identity,
  }: {
    readonly known: StoredIdentity;
    readonly identity: AssertedIdentity;
  },
): Promise<void> {
  await noteIdentityUse(db, context.tenantId, {
    identityId: known.id,
    assuranceLevel: higherOf(known.assurance_level, identity.assuranceLevel),
    postfachHandle: await sealedHandle(context, known.id, identity),
    now: context.now,
  });
}
