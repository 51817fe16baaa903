import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import {
  hashSecretToken,
  isSecretToken,
  newSecretToken,
} from "../../../platform/values/secret-token.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import type { Portal } from "../../tenants/index.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type { WayOut } from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import {
  completeAttempt,
  findHandover,
  insertAttempt,
  takeAnswered,
  type AttemptRow,
} from "../store/attempt-store.ts";
import { takeProviderSession } from "../store/provider-session-store.ts";
import { attemptMs } from "./begin-sign-in.ts";
import { findOffered, momentFor, protocolFor, purposes } from "./ground.ts";

/**
 * After a sign-out here: the page that offers to sign out at the provider, too. Undefined where the session was not opened there, or the
 * provider has no sign-out.
 */
export async function offerProviderSignOut(
  context: Context,
  ports: FederationPorts,
  session: { readonly sessionId: string; readonly portalTenantId: string },
): Promise<string | undefined> {
  const { tenantId, now } = context;
  const taken = await context.transaction((db) =>
    takeProviderSession(db, tenantId, Buffer.from(session.sessionId, "hex")),
  );
  const provider = taken && (await findOffered(context, taken.provider));
  if (!provider) return undefined;
  const protocol = protocolFor(ports, provider.kind);
  if (!protocol.beginSignOut) return undefined;
  const hint = await context.cipher.decrypt(
    taken.hint,
    purposes.hint(session.sessionId),
  );
  const token = newSecretToken();
  const way = await protocol.beginSignOut(
    provider,
    { hint: hint.toString(), requestName: requestNameOf(token) },
    momentFor(context, ports, provider),
  );
  // Nothing to offer; one that does not answer may do so when the person gets there.
  if (way.ok && way.value === undefined) return undefined;
  const id = newId();
  const kept = await context.cipher.encrypt(hint, purposes.question(id));
  await context.transaction((db) =>
    insertAttempt(db, tenantId, {
      id,
      provider: provider.key,
      purpose: "sign-out",
      portalTenantId: session.portalTenantId,
      returnPath: "/",
      neededLevel: "none",
      accountId: null,
      sessionId: null,
      // The link is the only key: the browser has no session any more.
      browserHash: hashSecretToken(token),
      requestHash: sha256(requestNameOf(token)),
      secrets: kept,
      handoverHash: hashSecretToken(token),
      outcome: null,
      now,
      expiresAt: new Date(now.getTime() + attemptMs),
    }),
  );
  return `/abmelden/anbieter/${token}`;
}

/** What comes back from the provider; it must not open the link it was made from. */
const requestNameOf = (token: string) =>
  sha256("sign-out", token).toString("base64url");

type SignOutLink = { readonly token: string; readonly portalTenantId: string };

/** The provider that a link of this portal offers to sign out at. */
export async function findSignOutOffer(
  context: Context,
  link: SignOutLink,
): Promise<IdentityProvider | undefined> {
  const attempt = await findOffer(context, link);
  return attempt && findOffered(context, attempt.provider);
}

/** The way to the provider's sign-out. `unavailable`: it does not answer, or has no sign-out. */
export async function beginSignOut(
  context: Context,
  ports: FederationPorts,
  link: SignOutLink,
): Promise<
  Result<
    { readonly way: WayOut; readonly provider: IdentityProvider },
    { readonly kind: "not-found" | "unavailable" }
  >
> {
  const attempt = await findOffer(context, link);
  const provider = attempt && (await findOffered(context, attempt.provider));
  if (!attempt?.secrets || !provider) return refuse({ kind: "not-found" });
  const hint = await context.cipher.decrypt(
    attempt.secrets,
    purposes.question(attempt.id),
  );
  const way = await protocolFor(ports, provider.kind).beginSignOut?.(
    provider,
    { hint: hint.toString(), requestName: requestNameOf(link.token) },
    momentFor(context, ports, provider),
  );
  if (!way?.ok || !way.value) return refuse({ kind: "unavailable" });
  await context.transaction((db) =>
    completeAttempt(db, context.tenantId, {
      id: attempt.id,
      now: context.now,
    }),
  );
  return ok({ way: way.value, provider });
}

/** The portal somebody comes back to who has signed out at a provider; undefined when nobody knows. */
export async function findPortalAfterSignOut(
  context: Context,
  { portals }: FederationPorts,
  returned: { readonly providerKey: string; readonly requestName: string },
): Promise<Portal | undefined> {
  const attempt = await context.transaction((db) =>
    takeAnswered(db, context.tenantId, {
      provider: returned.providerKey,
      requestHash: sha256(returned.requestName),
      now: context.now,
    }),
  );
  return attempt?.purpose === "sign-out"
    ? portals.findById(attempt.portal_tenant_id)
    : undefined;
}

async function findOffer(
  context: Context,
  { token, portalTenantId }: SignOutLink,
): Promise<AttemptRow | undefined> {
  if (!isSecretToken(token)) return undefined;
  const hash = hashSecretToken(token);
  const attempt = await context.transaction((db) =>
    findHandover(db, context.tenantId, {
      handoverHash: hash,
      browserHash: hash,
      portalTenantId,
      now: context.now,
    }),
  );
  return attempt?.purpose === "sign-out" ? attempt : undefined;
}
