import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { canSignIn } from "../domain/means-to-sign-in.ts";
import { counterProvider } from "../domain/passkey.ts";
import { hasUsablePassword, lockAccount } from "../store/account-store.ts";
import {
  countPasskeys,
  deleteIdentity,
  listIdentities,
  type StoredIdentity,
} from "../store/identity-store.ts";
import { deleteOtherSessions } from "../store/session-store.ts";
import { ownAccountOf } from "./own-account.ts";
import {
  proveOwner,
  type OwnerProof,
  type OwnerProofRefusal,
} from "./prove-owner.ts";
import { tellOwner } from "./tell-owner.ts";

export type UnlinkObstacle =
  | { readonly kind: "not-found" }
  /** Nothing would be left to sign in with. */
  | { readonly kind: "last-means" };

export type UnlinkRefusal = OwnerProofRefusal | UnlinkObstacle;

/** The identity of the own account that can be unlinked, told before anything is asked. */
export function findUnlinkable(
  context: Context,
  identityId: string,
): Promise<Result<StoredIdentity, UnlinkObstacle>> {
  return context.transaction((db) => unlinkable(context, db, identityId));
}

/**
 * Unlinks an identity from the own account. What it has proven stays with its source; the identity can be linked again. Refused when nothing
 * would be left to sign in with. All other sessions end, for the proof may have been a thief's.
 */
export async function unlinkIdentity(
  context: Context,
  {
    identityId,
    sessionId,
  }: { readonly identityId: string; readonly sessionId: string },
  proof: OwnerProof,
): Promise<Result<void, UnlinkRefusal>> {
  const { tenantId } = context;
  const proven = await proveOwner(context, proof);
  if (!proven.ok) return proven;
  const accountId = proven.value;
  return context.transaction(async (db) => {
    const found = await unlinkable(context, db, identityId);
    if (!found.ok) return found;
    await deleteIdentity(db, tenantId, { accountId, identityId });
    await deleteOtherSessions(db, tenantId, {
      accountId,
      keep: Buffer.from(sessionId, "hex"),
    });
    await tellOwner(context, db, { accountId, news: "identity-unlinked" });
    await recordAudit(context, db, {
      action: "account.identity-unlinked",
      subject: { kind: "account", id: accountId },
      details: { provider: found.value.provider },
    });
    return ok(undefined);
  });
}

async function unlinkable(
  context: Context,
  db: Db,
  identityId: string,
): Promise<Result<StoredIdentity, UnlinkObstacle>> {
  const { tenantId } = context;
  const accountId = ownAccountOf(context);
  if (accountId === undefined) return refuse({ kind: "not-found" });
  const account = await lockAccount(db, tenantId, accountId);
  const identities = await listIdentities(db, tenantId, accountId);
  const identity = identities.find(({ id }) => id === identityId);
  if (!account || !identity) return refuse({ kind: "not-found" });
  const isMeans = identity.provider !== counterProvider;
  const isLast =
    isMeans &&
    !canSignIn({
      hasPassword: hasUsablePassword(account),
      passkeys: await countPasskeys(db, tenantId, accountId),
      identities: identities.filter((it) => it !== identity),
    });
  return isLast ? refuse({ kind: "last-means" }) : ok(identity);
}
