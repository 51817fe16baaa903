import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { lockAccount } from "../store/account-store.ts";
import {
  countPasskeys,
  deleteIdentity,
  listIdentities,
} from "../store/identity-store.ts";
import { deleteOtherSessions } from "../store/session-store.ts";
import { tellOwner } from "./tell-owner.ts";

export type UnlinkRefusal =
  | { readonly kind: "not-found" }
  /** Nothing would be left to sign in with. */
  | { readonly kind: "last-means" };

/**
 * Unlinks an identity from the own account. What it has proven stays with its source; the identity can be linked again. Refused when nothing
 * would be left to sign in with.
 */
export async function unlinkIdentity(
  context: Context,
  {
    accountId,
    identityId,
    sessionId,
  }: {
    readonly accountId: string;
    readonly identityId: string;
    /** The session it is asked in; all others end, for the proof may have been a thief's. */
    readonly sessionId: string;
  },
): Promise<Result<void, UnlinkRefusal>> {
  const { tenantId } = context;
  return context.transaction(async (db) => {
    const account = await lockAccount(db, tenantId, accountId);
    const identities = await listIdentities(db, tenantId, accountId);
    const identity = identities.find(({ id }) => id === identityId);
    if (!account || !identity) return refuse({ kind: "not-found" });
    const others = identities.filter(
      ({ id, provider }) => id !== identityId && provider !== "counter",
    );
    const hasPassword =
      account.password_hash !== null && account.email_confirmed_at !== null;
    const isLast =
      identity.provider !== "counter" &&
      others.length === 0 &&
      !hasPassword &&
      (await countPasskeys(db, tenantId, accountId)) === 0;
    if (isLast) return refuse({ kind: "last-means" });
    await deleteIdentity(db, tenantId, { accountId, identityId });
    await deleteOtherSessions(db, tenantId, {
      accountId,
      keep: Buffer.from(sessionId, "hex"),
    });
    await tellOwner(context, db, { accountId, news: "identity-unlinked" });
    await recordAudit(context, db, {
      action: "account.identity-unlinked",
      subject: { kind: "account", id: accountId },
      details: { provider: identity.provider },
    });
    return ok(undefined);
  });
}
