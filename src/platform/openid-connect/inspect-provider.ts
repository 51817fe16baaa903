import { createPublicKey } from "node:crypto";
import { errors, type JWK } from "jose";
import { genericGrantRequest, type ServerMetadata } from "openid-client";
import { shortKey } from "../crypto/short-key.ts";
import { isAllowedAddress } from "./guarded-fetch.ts";
import { asDiscovery, type Provider } from "./provider.ts";
import { OpenIdFault, refusalOf, type OpenIdRefusal } from "./refusal.ts";
import type { Moment } from "./settings.ts";

/** One thing that was looked at. `finding` is a code when it did not pass. */
export type ProviderFinding = {
  readonly check: "discovery" | "keys" | "authorization" | "credentials";
  readonly finding: string | undefined;
};

/** What the provider says of itself. */
export type ProviderOffer = {
  readonly issuer: string;
  readonly acrValues: readonly string[];
  readonly claims: readonly string[];
  readonly scopes: readonly string[];
  readonly takesPushedRequests: boolean;
  readonly hasUserInfo: boolean;
  readonly signsOut: boolean;
  readonly tellsOfSignOut: boolean;
  /** Keys that give less than 128 bits of security, as "RSA 2048". */
  readonly shortKeys: readonly string[];
};

export type ProviderReport = {
  readonly findings: readonly ProviderFinding[];
  /** Undefined when discovery failed. */
  readonly offer: ProviderOffer | undefined;
};

/** Asks the provider for everything that can be asked without a person. Changes nothing, and ends with the moment's signal. */
export async function inspectProvider(
  provider: Provider,
  moment: Moment,
): Promise<ProviderReport> {
  const discovered: { server?: ServerMetadata } = {};
  const discovery = await look("discovery", async () => {
    discovered.server = await provider.discoverAt(moment);
  });
  const { server } = discovered;
  if (!server) return { findings: [discovery], offer: undefined };
  const findings = await Promise.all([
    look("keys", () => fetchKeys(provider, server)),
    look("authorization", () => callAuthorization(provider, server, moment)),
    look("credentials", () => tryCredentials(provider, moment)),
  ]);
  const keys = server.jwks_uri && provider.keySetAt(server.jwks_uri).jwks();
  const shortKeys = keys
    ? keys.keys.flatMap((key) => shortKeyOf(key) ?? [])
    : [];
  return {
    findings: [discovery, ...findings],
    offer: { ...offerOf(server), shortKeys },
  };
}

async function look(
  check: ProviderFinding["check"],
  work: () => Promise<void>,
): Promise<ProviderFinding> {
  try {
    await work();
    return { check, finding: undefined };
  } catch (error) {
    const refusal = refusalOf(error);
    const named = check === "discovery" ? asDiscovery(refusal) : refusal;
    return { check, finding: findingOf(named) };
  }
}

function findingOf(refusal: OpenIdRefusal): string {
  return "reason" in refusal
    ? `${refusal.kind}: ${refusal.reason}`
    : refusal.kind;
}

async function fetchKeys(
  provider: Provider,
  server: ServerMetadata,
): Promise<void> {
  const keys = provider.keySetAt(addressIn(server, "jwks_uri"));
  try {
    await keys.reload();
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    throw new OpenIdFault({ kind: "answer-not-valid", reason: "keys" });
  }
  if (keys.jwks()?.keys.length === 0)
    throw new OpenIdFault({ kind: "answer-not-valid", reason: "no-keys" });
}

/** Without parameters it answers with an error page; that it answers is what counts. */
async function callAuthorization(
  { ground }: Provider,
  server: ServerMetadata,
  { signal }: Moment,
): Promise<void> {
  const url = addressIn(server, "authorization_endpoint");
  if (!isAllowedAddress(url, ground.plainHttp))
    throw new OpenIdFault({
      kind: "misconfigured",
      reason: "address-not-allowed",
    });
  const outcome = await ground.http.request({ method: "GET", url, signal });
  const reason =
    outcome.kind === "answered"
      ? `http-${String(outcome.status)}`
      : outcome.kind;
  if (outcome.kind !== "answered" || outcome.status >= 500)
    throw new OpenIdFault({ kind: "unavailable", reason });
}

/** A code that was never given out: who is told "invalid grant" has been let in as a client. */
async function tryCredentials(
  provider: Provider,
  moment: Moment,
): Promise<void> {
  const configuration = await provider.configurationAt(moment);
  try {
    await genericGrantRequest(configuration, "authorization_code", {
      code: "credentials-check",
      code_verifier: "credentials-check-with-a-verifier-that-is-long-enough",
      redirect_uri: "https://credentials-check.invalid/",
    });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.kind !== "provider-refused") throw error;
  }
}

function addressIn(
  server: ServerMetadata,
  name: "jwks_uri" | "authorization_endpoint",
): string {
  const address = server[name];
  if (address !== undefined && URL.canParse(address)) return address;
  throw new OpenIdFault({ kind: "misconfigured", reason: `${name}-missing` });
}

/** None of a key of a kind that is not known here: nothing is signed with it either. */
function shortKeyOf(key: JWK): string | undefined {
  try {
    return shortKey(createPublicKey({ key, format: "jwk" }));
  } catch {
    return undefined;
  }
}

function offerOf(server: ServerMetadata): Omit<ProviderOffer, "shortKeys"> {
  return {
    issuer: server.issuer,
    acrValues: listIn(server, "acr_values_supported"),
    claims: listIn(server, "claims_supported"),
    scopes: listIn(server, "scopes_supported"),
    takesPushedRequests:
      server.pushed_authorization_request_endpoint !== undefined,
    hasUserInfo: server.userinfo_endpoint !== undefined,
    signsOut: server.end_session_endpoint !== undefined,
    tellsOfSignOut: server["backchannel_logout_supported"] === true,
  };
}

function listIn(server: ServerMetadata, name: string): readonly string[] {
  const value: unknown = server[name];
  return Array.isArray(value)
    ? value.filter((entry) => typeof entry === "string")
    : [];
}
