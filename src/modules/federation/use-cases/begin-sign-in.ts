import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { hashSecretToken } from "../../../platform/values/secret-token.ts";
import { sha256 } from "../../../platform/values/sha256.ts";
import {
  countAttempts,
  type AttemptKey,
  type TooManyAttempts,
} from "../../../platform/throttle/count-attempts.ts";
import { sharedLimit } from "../../../platform/throttle/throttle.ts";
import { returnPath, type AssuranceLevel } from "../../accounts/index.ts";
import type { Portal } from "../../tenants/index.ts";
import { isDown } from "../domain/health.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type {
  BegunSignIn,
  ProtocolRefusal,
  WayOut,
} from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import { insertAttempt, type AttemptRow } from "../store/attempt-store.ts";
import { findOffered, momentFor, protocolFor, purposes } from "./ground.ts";
import { noteOutcome, readHealth } from "./watch-health.ts";

export type SignInWish = {
  readonly providerKey: string;
  readonly portal: Portal;
  /** As it was asked for; only a checked path of this portal is kept. */
  readonly wantedPath: string | null;
  readonly neededLevel: AssuranceLevel;
  /** Secret of the browser's cookie. */
  readonly browserKey: string;
  /** Network address of the visitor, for counting only. */
  readonly clientAddress: string;
  /** Who is signed in: then it is a step-up. */
  readonly account:
    | { readonly accountId: string; readonly sessionId: string }
    | undefined;
};

export type SignInWayOut = {
  readonly way: WayOut;
  readonly provider: IdentityProvider;
};

export type BeginRefusal =
  | { readonly kind: "not-found" }
  | (TooManyAttempts & { readonly returnPath: string })
  | {
      readonly kind: "not-begun";
      readonly provider: IdentityProvider;
      readonly refusal: ProtocolRefusal;
      readonly returnPath: string;
    };

const minuteMs = 60_000;
/** From the button to the portal again. */
export const attemptMs = 15 * minuteMs;

/** Notes a sign-in that begins, and tells where the person goes. A provider known to be down is not asked. */
export async function beginSignIn(
  context: Context,
  ports: FederationPorts,
  wish: SignInWish,
): Promise<Result<SignInWayOut, BeginRefusal>> {
  const provider = await findOffered(context, wish.providerKey);
  if (!provider || !isOfferedOn(provider, wish.portal))
    return refuse({ kind: "not-found" });
  const counted = await countAttempts(context, [beginKey(wish)]);
  if (!counted.ok)
    return refuse({
      ...counted.refusal,
      returnPath: returnPath(wish.wantedPath),
    });
  const begun = await ask(context, ports, { provider, wish });
  if (!begun.ok)
    return refuse({
      kind: "not-begun",
      provider,
      refusal: begun.refusal,
      returnPath: returnPath(wish.wantedPath),
    });
  await noteBeginning(context, {
    ...wish,
    purpose: wish.account ? "step-up" : "sign-in",
    returnPath: returnPath(wish.wantedPath),
    begun: begun.value,
  });
  return ok({ way: begun.value.way, provider });
}

/**
 * Each beginning asks the provider and writes a row, so one client begins only so often. Many people may share an address: what came to its
 * end is given back.
 */
export function beginKey({
  clientAddress,
}: Pick<SignInWish, "clientAddress">): AttemptKey {
  return {
    kind: "federation-begin",
    value: clientAddress,
    limit: sharedLimit,
  };
}

/** A step-up is a proof anew. A trial is like a plain sign-in, and like a step-up where a level was chosen for it. */
export function isProvenAnew({
  purpose,
  neededLevel,
}: {
  readonly purpose: AttemptRow["purpose"];
  readonly neededLevel: AssuranceLevel;
}): boolean {
  return (
    purpose === "step-up" || (purpose === "trial" && neededLevel !== "none")
  );
}

function isOfferedOn(
  { portalTenantId }: IdentityProvider,
  portal: Portal,
): boolean {
  return portalTenantId === undefined || portalTenantId === portal.tenantId;
}

async function ask(
  context: Context,
  ports: FederationPorts,
  {
    provider,
    wish,
  }: { readonly provider: IdentityProvider; readonly wish: SignInWish },
): Promise<Result<BegunSignIn, ProtocolRefusal>> {
  const known = (await readHealth(context)).get(provider.key);
  if (known && isDown(known) && known.nextCheckAt > context.now)
    return refuse({ kind: "unavailable", reason: known.reason ?? "down" });
  const { portal, neededLevel, account } = wish;
  const begun = await protocolFor(ports, provider.kind).begin(
    provider,
    {
      neededLevel,
      reauthenticates: account !== undefined,
      locale: context.locale,
      authorityName: portal.name,
      backAddress: `${ports.baseUrlOf(portal)}/anmelden`,
    },
    momentFor(context, ports, provider),
  );
  if (!begun.ok) await noteOutcome(context, provider.key, begun);
  return begun;
}

/** Notes an attempt that its protocol has begun. */
export async function noteBeginning(
  context: Context,
  beginning: Pick<
    SignInWish,
    "providerKey" | "portal" | "neededLevel" | "browserKey" | "account"
  > & {
    readonly purpose: "sign-in" | "step-up" | "trial";
    /** A checked path. */
    readonly returnPath: string;
    readonly begun: BegunSignIn;
  },
): Promise<void> {
  const { tenantId, now } = context;
  const { account, begun } = beginning;
  const id = newId();
  const secrets = await context.cipher.encrypt(
    Buffer.from(begun.secrets),
    purposes.question(id),
  );
  await context.transaction((db) =>
    insertAttempt(db, tenantId, {
      id,
      provider: beginning.providerKey,
      purpose: beginning.purpose,
      portalTenantId: beginning.portal.tenantId,
      returnPath: beginning.returnPath,
      neededLevel: beginning.neededLevel,
      accountId: account?.accountId ?? null,
      sessionId: account ? Buffer.from(account.sessionId, "hex") : null,
      browserHash: hashSecretToken(beginning.browserKey),
      requestHash: sha256(begun.requestName),
      secrets,
      handoverHash: null,
      outcome: null,
      now,
      expiresAt: new Date(now.getTime() + attemptMs),
    }),
  );
}
