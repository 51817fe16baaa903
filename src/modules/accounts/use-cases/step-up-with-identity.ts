import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { reaches, type ProvenLevel } from "../domain/assurance-level.ts";
import { purposes, type AssertedIdentity } from "../domain/identity.ts";
import { arePeopleApart } from "../domain/proven-person.ts";
import { saveDisplayName } from "../store/account-store.ts";
import { findIdentity, listIdentities } from "../store/identity-store.ts";
import { deleteSession, moveParty } from "../store/session-store.ts";
import { actingAs } from "./acting-as.ts";
import { keepAssertedValues } from "./keep-asserted-values.ts";
import {
  linkIdentity,
  noteProof,
  subjectFingerprintOf,
} from "./link-identity.ts";
import {
  openSession,
  type OpenedSession,
  type SessionOpening,
} from "./open-session.ts";
import { assertedBirthday, provenPerson } from "./proven-person.ts";
import { tellOwner } from "./tell-owner.ts";

export type StepUpRefusal =
  /** Nobody has this identity yet; ask the person, then call again with `links`. */
  | { readonly kind: "not-linked" }
  | { readonly kind: "of-another-account" }
  /** Another date of birth was proven for this account: a proof of somebody else would speak in its name. */
  | { readonly kind: "of-another-person" };

export type StepUp = {
  readonly identity: AssertedIdentity;
  /** Who is signed in, and the session that this one replaces. */
  readonly accountId: string;
  readonly sessionId: string;
  readonly sessionLevel: ProvenLevel;
  readonly portalTenantId: string;
  readonly device: string;
  /** The person has agreed on a page of ours that the identity becomes theirs. */
  readonly links: boolean;
};

/** The account that an identity is linked with. */
export async function findAccountByIdentity(
  context: Context,
  { provider, subject }: Pick<AssertedIdentity, "provider" | "subject">,
): Promise<string | undefined> {
  const subjectFingerprint = await subjectFingerprintOf(context, {
    provider,
    subject,
  });
  const known = await context.transaction((db) =>
    findIdentity(db, context.tenantId, { provider, subjectFingerprint }),
  );
  return known?.account_id;
}

/**
 * Somebody who is signed in has just proven an identity: it must be theirs, or becomes theirs when they agreed. The session is replaced by
 * a new one that has the level of this proof and acts for whom the old one acted; a surer one stays as it is (undefined), for no level falls
 * by linking. Without refusal both proofs were given in one session.
 */
export async function stepUpWithIdentity(
  context: Context,
  stepUp: StepUp,
): Promise<Result<OpenedSession | undefined, StepUpRefusal>> {
  const { identity, sessionLevel } = stepUp;
  const subjectFingerprint = await subjectFingerprintOf(context, identity);
  return context.transaction(async (db) => {
    const owned = await own(context, db, { stepUp, subjectFingerprint });
    if (!owned.ok) return owned;
    await keepAssertedValues(context, db, stepUp);
    if (!reaches(identity.assuranceLevel, sessionLevel)) return ok(undefined);
    const opened = await replaceSession(context, db, stepUp);
    await recordAudit(actingAs(context, stepUp.accountId), db, {
      action: "account.stepped-up",
      subject: { kind: "account", id: stepUp.accountId },
      details: { provider: identity.provider, level: identity.assuranceLevel },
    });
    return ok(opened);
  });
}

type Owning = { readonly stepUp: StepUp; readonly subjectFingerprint: Buffer };

async function own(
  context: Context,
  db: Db,
  { stepUp, subjectFingerprint }: Owning,
): Promise<Result<void, StepUpRefusal>> {
  const { identity, accountId, links } = stepUp;
  const { provider } = identity;
  const known = await findIdentity(db, context.tenantId, {
    provider,
    subjectFingerprint,
  });
  if (!known)
    return links
      ? link(context, db, { stepUp, subjectFingerprint })
      : refuse({ kind: "not-linked" });
  if (known.account_id !== accountId)
    return refuse({ kind: "of-another-account" });
  await noteProof(context, db, { known, identity });
  return ok(undefined);
}

async function link(
  context: Context,
  db: Db,
  { stepUp, subjectFingerprint }: Owning,
): Promise<Result<void, StepUpRefusal>> {
  const { identity, accountId } = stepUp;
  if (await isOfAnother(context, db, { accountId, identity }))
    return refuse({ kind: "of-another-person" });
  await takeProvenName(context, db, { accountId, identity });
  const isLinked = await linkIdentity(context, db, {
    accountId,
    identity,
    subjectFingerprint,
  });
  if (!isLinked) return refuse({ kind: "of-another-account" });
  await recordAudit(actingAs(context, accountId), db, {
    action: "account.identity-linked",
    subject: { kind: "account", id: accountId },
    details: { provider: identity.provider },
  });
  await tellOwner(context, db, { accountId, news: "identity-linked" });
  return ok(undefined);
}

type Newcomer = Pick<StepUp, "accountId" | "identity">;

async function isOfAnother(
  context: Context,
  db: Db,
  { accountId, identity }: Newcomer,
): Promise<boolean> {
  const known = await provenPerson(context, db, accountId);
  return arePeopleApart(known, assertedBirthday(identity));
}

/** The first sure proof gives the account its name: what was typed at registration must not be shown with somebody's level. */
async function takeProvenName(
  context: Context,
  db: Db,
  { accountId, identity }: Newcomer,
): Promise<void> {
  if (!reaches(identity.assuranceLevel, "substantial")) return;
  const linked = await listIdentities(db, context.tenantId, accountId);
  if (linked.some((it) => reaches(it.assurance_level, "substantial"))) return;
  await saveDisplayName(db, context.tenantId, {
    accountId,
    displayName: await context.cipher.encrypt(
      Buffer.from(identity.displayName),
      purposes.displayName(accountId),
    ),
  });
}

async function replaceSession(
  context: Context,
  db: Db,
  { identity, accountId, sessionId, portalTenantId, device }: StepUp,
): Promise<OpenedSession> {
  const opening: SessionOpening = {
    accountId,
    portalTenantId,
    device,
    assuranceLevel: identity.assuranceLevel,
    provider: identity.provider,
  };
  const opened = await openSession(context, db, opening);
  const before = Buffer.from(sessionId, "hex");
  await moveParty(db, context.tenantId, {
    from: before,
    to: hashSecretToken(opened.token),
  });
  await deleteSession(db, context.tenantId, before);
  return opened;
}
