import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import { recordAudit } from "../../audit/index.ts";
import { fingerprints, purposes } from "../domain/identity.ts";
import {
  deleteUnconfirmed,
  findAccountByEmail,
  lockAccount,
  saveEmail,
} from "../store/account-store.ts";
import {
  deleteAddressLinks,
  deleteEmailTokens,
  findAddressLink,
  listAddressLinks,
  noteAddressLink,
  type AddressLink,
} from "../store/email-token-store.ts";
import { deleteOtherSessions } from "../store/session-store.ts";
import { actingAs } from "./acting-as.ts";
import { ownAccountOf } from "./own-account.ts";
import { tellOwner } from "./tell-owner.ts";

/** A link that asks one of two addresses. */
export type AddressQuestion = {
  /** The address that the account leaves, or the one it moves to. */
  readonly side: "old" | "new";
  readonly isConfirmed: boolean;
  /** Only the old one learns of the new: whoever has the new mailbox may be a stranger. */
  readonly email: string | undefined;
  /** The account is the visitor's. */
  readonly isOwn: boolean;
};

/** What is asked behind a link; undefined: it is over. */
export async function readAddressQuestion(
  context: Context,
  token: string,
): Promise<AddressQuestion | undefined> {
  const link = await context.transaction((db) => findLink(context, db, token));
  if (!link) return undefined;
  const isOld = link.purpose === "leave-address";
  const email = isOld
    ? await context.cipher.decrypt(link.email, purposes.email(link.account_id))
    : undefined;
  return {
    side: isOld ? "old" : "new",
    isConfirmed: link.used_at !== null,
    email: email?.toString(),
    isOwn: ownAccountOf(context) === link.account_id,
  };
}

export type ConfirmAddressRefusal =
  | { readonly kind: "link-over" }
  /** The new address is confirmed by the person whose account it is: else a stranger's account would get it (pre-hijacking). */
  | { readonly kind: "not-signed-in" }
  /** Told to its owner only. */
  | { readonly kind: "address-taken" };

export type AddressAgreement = {
  readonly isMoved: boolean;
  /** The account had none before. */
  readonly isFirst: boolean;
};

/** One address says yes. With the second one the account moves, in whatever order; both are told. */
export async function confirmAddressLink(
  context: Context,
  token: string,
): Promise<Result<AddressAgreement, ConfirmAddressRefusal>> {
  return context.transaction(async (db) => {
    const link = await lockLink(context, db, token);
    if (!link) return refuse({ kind: "link-over" });
    const isNew = link.purpose === "take-address";
    if (isNew && ownAccountOf(context) !== link.account_id)
      return refuse({ kind: "not-signed-in" });
    return agree(context, db, link);
  });
}

/** Both links at the same moment: the second one waits here and then sees what the first one did. */
async function lockLink(
  context: Context,
  db: Db,
  token: string,
): Promise<AddressLink | undefined> {
  const found = await findLink(context, db, token);
  if (!found) return undefined;
  await lockAccount(db, context.tenantId, found.account_id);
  return findLink(context, db, token);
}

async function agree(
  context: Context,
  db: Db,
  link: AddressLink,
): Promise<Result<AddressAgreement, ConfirmAddressRefusal>> {
  const { tenantId, now } = context;
  const accountId = link.account_id;
  const all = await listAddressLinks(db, tenantId, { accountId, now });
  const agreed = all.filter(
    ({ used_at: usedAt, purpose }) =>
      usedAt !== null || purpose === link.purpose,
  );
  const isNewProven = agreed.some(({ purpose }) => purpose === "take-address");
  const target = await openTarget(context, link);
  // The old address learns nothing of the new one before that is proven.
  if (isNewProven && (await isTaken(context, db, target)))
    return refuse({ kind: "address-taken" });
  await noteAddressLink(db, tenantId, { tokenHash: link.token_hash, now });
  const isMoved = agreed.length === all.length;
  if (isMoved) await move(context, db, target);
  await recordAudit(actingAs(context, accountId), db, {
    action: isMoved ? "account.address-changed" : "account.address-agreed",
    subject: { kind: "account", id: accountId },
  });
  return ok({ isMoved, isFirst: all.length === 1 });
}

/**
 * One address says that nobody there asked for this: nothing moves. Said by the old one, all sessions of the account end, for somebody else
 * has one of them.
 */
export async function refuseAddressLink(
  context: Context,
  token: string,
): Promise<AddressQuestion["side"] | undefined> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const link = await findLink(context, db, token);
    if (!link) return undefined;
    const accountId = link.account_id;
    const side = link.purpose === "leave-address" ? "old" : "new";
    await deleteAddressLinks(db, tenantId, accountId);
    if (side === "old") await deleteOtherSessions(db, tenantId, { accountId });
    await tellOwner(context, db, { accountId, news: "address-refused" });
    await recordAudit(actingAs(context, accountId), db, {
      action: "account.address-change-refused",
      subject: { kind: "account", id: accountId },
      details: { side },
    });
    return side;
  });
}

async function findLink(
  { tenantId, now }: Context,
  db: Db,
  token: string,
): Promise<AddressLink | undefined> {
  if (!isSecretToken(token)) return undefined;
  const tokenHash = hashSecretToken(token);
  return findAddressLink(db, tenantId, { tokenHash, now });
}

type Target = {
  readonly accountId: string;
  /** Encrypted for this account. */
  readonly sealed: Buffer;
  readonly fingerprint: Buffer;
};

async function openTarget(
  { cipher }: Context,
  { account_id: accountId, email: sealed }: AddressLink,
): Promise<Target> {
  const email = await cipher.decrypt(sealed, purposes.email(accountId));
  const fingerprint = await cipher.fingerprint(
    email.toString(),
    fingerprints.email,
  );
  return { accountId, sealed, fingerprint };
}

/** Another account has the address. One that nobody ever confirmed makes room for whoever has just proven the mailbox. */
async function isTaken(
  { tenantId }: Context,
  db: Db,
  { accountId, fingerprint }: Target,
): Promise<boolean> {
  const holder = await findAccountByEmail(db, tenantId, fingerprint);
  if (!holder || holder.id === accountId) return false;
  return !(await deleteUnconfirmed(db, tenantId, holder.id));
}

/** Links that were sent to the old address are worth nothing any more. Both addresses are told. */
async function move(
  context: Context,
  db: Db,
  { accountId, sealed, fingerprint }: Target,
): Promise<void> {
  const { tenantId, now } = context;
  const news = "address-changed";
  await tellOwner(context, db, { accountId, news });
  await saveEmail(db, tenantId, {
    accountId,
    email: sealed,
    emailFingerprint: fingerprint,
    confirmedAt: now,
  });
  await deleteEmailTokens(db, tenantId, accountId);
  await tellOwner(context, db, { accountId, news });
}
