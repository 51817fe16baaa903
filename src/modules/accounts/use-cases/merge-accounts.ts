import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { reaches } from "../domain/assurance-level.ts";
import { portalsFollowJob } from "../domain/account-jobs.ts";
import { fingerprints, purposes } from "../domain/identity.ts";
import { isProfileAttribute } from "../domain/profile-attributes.ts";
import { arePeopleApart } from "../domain/proven-person.ts";
import type { AccountKeeper, MovedAccount } from "../ports.ts";
import {
  findAccount,
  lockAccounts,
  saveEmail,
  type StoredAccount,
} from "../store/account-store.ts";
import {
  listIdentities,
  listProfileValues,
  saveProfileValue,
} from "../store/identity-store.ts";
import {
  deleteAccount,
  findMergeOffer,
  moveBelongings,
  saveMergeOffer,
  takeMergeOffer,
} from "../store/merge-store.ts";
import { provenPerson } from "./proven-person.ts";
import { tellOwner } from "./tell-owner.ts";

const offerMs = 15 * 60_000;

export type InSession = {
  readonly accountId: string;
  /** As in `AccountSession`. */
  readonly sessionId: string;
};

/** Somebody who is signed in has just proven the identity of another account: they may make one of both, in this session and soon. */
export async function offerMerge(
  context: Context,
  {
    accountId,
    sessionId,
    otherAccountId,
  }: InSession & { readonly otherAccountId: string },
): Promise<void> {
  await context.transaction((db) =>
    saveMergeOffer(db, context.tenantId, {
      accountId,
      otherAccountId,
      sessionId: Buffer.from(sessionId, "hex"),
      expiresAt: new Date(context.now.getTime() + offerMs),
    }),
  );
}

/** What the person decides about: the account that would go. */
export type OfferedMerge = {
  /** Other people were proven for the two accounts: no merge makes one of them. */
  readonly isOfAnother: boolean;
  readonly displayName: string;
  readonly createdAt: Date;
  readonly providers: readonly string[];
};

/** The merge that waits for a yes in this session; undefined when there is none. */
export async function findOfferedMerge(
  context: Context,
  session: InSession,
): Promise<OfferedMerge | undefined> {
  const { tenantId } = context;
  const found = await context.transaction(async (db) => {
    const other = await findMergeOffer(
      db,
      tenantId,
      offeredTo(context, session),
    );
    const account =
      other === undefined ? undefined : await findAccount(db, tenantId, other);
    return (
      account && {
        account,
        identities: await listIdentities(db, tenantId, account.id),
        isOfAnother: await areApart(context, db, {
          from: account.id,
          to: session.accountId,
        }),
      }
    );
  });
  if (!found) return undefined;
  const { account, identities, isOfAnother } = found;
  const name = await context.cipher.decrypt(
    account.display_name,
    purposes.displayName(account.id),
  );
  return {
    isOfAnother,
    displayName: name.toString(),
    createdAt: account.created_at,
    providers: identities.map(({ provider }) => provider),
  };
}

export type MergeRefusal =
  /** Not offered, offered in another session, or too long ago. */
  | { readonly kind: "not-offered" }
  /** Another date of birth or other given names were proven for the other account. */
  | { readonly kind: "of-another-person" };

/**
 * Makes one account of two that were both proven in this session: identities, passkeys, values, consents and what other modules keep move to the
 * account that is signed in, the other one is gone. Levels neither rise nor fall: each value and identity keeps its own.
 */
export async function mergeAccounts(
  context: Context,
  session: InSession,
  keepers: readonly AccountKeeper[],
): Promise<Result<void, MergeRefusal>> {
  const { tenantId } = context;
  const to = session.accountId;
  return context.transaction(async (db) => {
    const [source, target] = await lockOffered(context, db, session);
    if (!source || !target) return refuse({ kind: "not-offered" });
    if (await areApart(context, db, { from: source.id, to }))
      return refuse({ kind: "of-another-person" });
    await tellOwner(context, db, {
      accountId: source.id,
      news: "accounts-merged",
    });
    await tellOwner(context, db, { accountId: to, news: "accounts-merged" });
    await moveValues(context, db, { from: source.id, to });
    await moveBelongings(db, tenantId, { from: source.id, to });
    for (const keeper of keepers)
      await keeper.moveTo(context, db, { from: source.id, to });
    await deleteAccount(db, tenantId, source.id);
    await moveEmail(context, db, { source, target });
    await enqueue(db, {
      name: portalsFollowJob,
      payload: { from: source.id, to },
    });
    await recordAudit(context, db, {
      action: "account.merged",
      subject: { kind: "account", id: to },
      details: { from: source.id },
    });
    return ok(undefined);
  });
}

/** The account that goes and the one that stays. Both wait for what else happens to them: a deletion, a link, a merge the other way round. */
async function lockOffered(
  context: Context,
  db: Db,
  session: InSession,
): Promise<readonly (StoredAccount | undefined)[]> {
  const { tenantId } = context;
  const offer = offeredTo(context, session);
  const offered = await findMergeOffer(db, tenantId, offer);
  if (offered === undefined) return [];
  const ids = [offered, session.accountId];
  const locked = await lockAccounts(db, tenantId, ids);
  const taken = await takeMergeOffer(db, tenantId, offer);
  return taken === offered
    ? ids.map((id) => locked.find((account) => account.id === id))
    : [];
}

/** Who has somebody else's password or device could prove both, and would then speak and read in that person's name. */
async function areApart(
  context: Context,
  db: Db,
  { from, to }: MovedAccount,
): Promise<boolean> {
  return arePeopleApart(
    await provenPerson(context, db, from),
    await provenPerson(context, db, to),
  );
}

function offeredTo({ now }: Context, { accountId, sessionId }: InSession) {
  return { accountId, sessionId: Buffer.from(sessionId, "hex"), now };
}

/** Values are encrypted for their account, so they are written anew; the surer one stays, of two as sure the one that is there. */
async function moveValues(
  context: Context,
  db: Db,
  { from, to }: MovedAccount,
): Promise<void> {
  const { tenantId, cipher } = context;
  const [theirs, own] = [
    await listProfileValues(db, tenantId, from),
    await listProfileValues(db, tenantId, to),
  ];
  for (const value of theirs) {
    const { attribute } = value;
    const before = own.find((it) => it.attribute === attribute);
    if (before && reaches(before.assurance_level, value.assurance_level))
      continue;
    if (!isProfileAttribute(attribute)) continue;
    const text = await cipher.decrypt(
      value.value,
      purposes.value(from, attribute),
    );
    await saveProfileValue(db, tenantId, {
      accountId: to,
      attribute,
      value: await cipher.encrypt(text, purposes.value(to, attribute)),
      source: value.source,
      assuranceLevel: value.assurance_level,
      now: value.obtained_at,
    });
  }
}

/** The confirmed address of the account that goes, where the one that stays has none. Its password goes with its account. */
async function moveEmail(
  context: Context,
  db: Db,
  {
    source,
    target,
  }: { readonly source: StoredAccount; readonly target: StoredAccount },
): Promise<void> {
  if (!source.email || !source.email_confirmed_at || target.email) return;
  const address = await context.cipher.decrypt(
    source.email,
    purposes.email(source.id),
  );
  await saveEmail(db, context.tenantId, {
    accountId: target.id,
    email: await context.cipher.encrypt(address, purposes.email(target.id)),
    emailFingerprint: await context.cipher.fingerprint(
      address.toString(),
      fingerprints.email,
    ),
    confirmedAt: source.email_confirmed_at,
  });
}
