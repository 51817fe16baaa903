import type { Context } from "../../../platform/context/context.ts";
import {
  hashSecretToken,
  isSecretToken,
} from "../../../platform/values/secret-token.ts";
import type { ProvenLevel } from "../domain/assurance-level.ts";
import { purposes } from "../domain/identity.ts";
import { endOfSession, latestEndOfSession } from "../domain/session.ts";
import { findSession, type FoundSession } from "../store/session-store.ts";

/** A signed-in citizen, as the frame needs it for each request. */
export type AccountSession = {
  readonly accountId: string;
  readonly displayName: string;
  /** Name of the session for the list of sessions; does not open it. */
  readonly sessionId: string;
  readonly assuranceLevel: ProvenLevel;
  /** `local` or the key of an identity provider. */
  readonly provider: string;
  /** When the identity was proven. */
  readonly signedInAt: Date;
  /** If nobody uses it any more. */
  readonly endsAt: Date;
  /** However much it is used. */
  readonly endsAtLatest: Date;
  /** The organisation or person this session acts for. */
  readonly actingFor: Party | undefined;
};

/** Somebody that is acted for. */
export type Party = {
  readonly partyId: string;
  readonly kind: "organisation" | "person";
  readonly name: string;
  /** `prepare` fills in and saves; only `sign` sends. */
  readonly may: "prepare" | "sign";
};

/**
 * Who the cookie belongs to on this portal, or undefined: unknown, ended by time, half signed in, or opened on another portal. One
 * statement. The context is one of accounts, and may be a guest's.
 */
export async function findAccountSession(
  context: Context,
  {
    token,
    portalTenantId,
  }: { readonly token: string | undefined; readonly portalTenantId: string },
): Promise<AccountSession | undefined> {
  if (token === undefined || !isSecretToken(token)) return undefined;
  const id = hashSecretToken(token);
  const { now } = context;
  const found = await context.transaction((db) =>
    findSession(db, context.tenantId, { id, portalTenantId, now }),
  );
  if (!found) return undefined;
  const times = {
    assuranceLevel: found.assurance_level,
    createdAt: found.created_at,
  };
  const [displayName, actingFor] = await Promise.all([
    context.cipher.decrypt(
      found.display_name,
      purposes.displayName(found.account_id),
    ),
    partyOf(context, found),
  ]);
  return {
    accountId: found.account_id,
    displayName: displayName.toString(),
    sessionId: id.toString("hex"),
    assuranceLevel: found.assurance_level,
    provider: found.provider,
    signedInAt: found.created_at,
    endsAt: endOfSession({ ...times, lastSeenAt: now }),
    endsAtLatest: latestEndOfSession(times),
    actingFor,
  };
}

async function partyOf(
  context: Context,
  { party_id, party_kind, party_name, party_may }: FoundSession,
): Promise<Party | undefined> {
  if (!party_id || !party_kind || !party_name || !party_may) return undefined;
  const name = await context.cipher.decrypt(
    party_name,
    purposes.partyName(party_id),
  );
  return {
    partyId: party_id,
    kind: party_kind,
    name: name.toString(),
    may: party_may,
  };
}
