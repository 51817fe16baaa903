import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildAuthorizationUrlWithPAR,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  getDecryptedResponses,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
  type Configuration,
} from "openid-client";
import { isAllowedAddress } from "./guarded-fetch.ts";
import { failedIdTokenCheck, isAcceptedAcr } from "./id-token-checks.ts";
import { toleranceSeconds, type Provider } from "./provider.ts";
import { OpenIdFault } from "./refusal.ts";
import type { Moment, SignInSecrets } from "./settings.ts";

export type SignInRequest = {
  /** Where the answer goes; without query and fragment, and registered with the provider. */
  readonly redirectUri: string;
  /** Besides `openid`. */
  readonly scopes: readonly string[];
  /** Levels that will do, the preferred one first; empty: every level. */
  readonly acrValues: readonly string[];
  /** Set for step-up: the person proves themselves anew, also with a session at the provider. */
  readonly reauthenticates: boolean;
  readonly uiLocales?: string;
};

export type SignInStart = {
  /** Where the person is sent. */
  readonly address: string;
  readonly secrets: SignInSecrets;
};

export type SignInAnswer = {
  /** What the provider's answer carried; everything in it is untrusted. */
  readonly parameters: URLSearchParams;
  readonly redirectUri: string;
  readonly secrets: SignInSecrets;
  readonly acceptedAcrValues: readonly string[];
  /** With `reauthenticates`: when the sign-in began. */
  readonly authenticatedAfter?: Date;
};

/** Who signed in, as the provider says and signed. */
export type OpenIdIdentity = {
  readonly issuer: string;
  readonly subject: string;
  readonly acr: string | undefined;
  /** The provider's session, for its sign-out. */
  readonly sessionId: string | undefined;
  /** When the token ends: until then it could be used again. */
  readonly expiresAt: Date;
  /** All claims; those of the signed ID token win over those of the user info endpoint. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** For `id_token_hint` at the sign-out; personal, so keep it encrypted. */
  readonly idToken: string;
};

/** Makes the address the person is sent to: code flow with PKCE S256, pushed to the provider where it takes that. */
export async function beginSignIn(
  provider: Provider,
  request: SignInRequest,
  moment: Moment,
): Promise<SignInStart> {
  const configuration = await provider.configurationAt(moment);
  const secrets = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
  };
  const parameters = await parametersOf(configuration, request, secrets);
  const server = configuration.serverMetadata();
  const address =
    server.pushed_authorization_request_endpoint === undefined
      ? buildAuthorizationUrl(configuration, parameters)
      : await buildAuthorizationUrlWithPAR(configuration, parameters);
  return { address: browserAddress(address, provider), secrets };
}

/** An address for the person's browser. Throws `OpenIdFault` where it may not be called. */
export function browserAddress(address: URL, { ground }: Provider): string {
  if (isAllowedAddress(address.href, ground.plainHttp)) return address.href;
  throw new OpenIdFault({
    kind: "misconfigured",
    reason: "address-not-allowed",
  });
}

/** Takes the provider's answer, fetches the tokens and makes all checks. Throws what `refusalOf` understands. */
export async function completeSignIn(
  provider: Provider,
  answer: SignInAnswer,
  moment: Moment,
): Promise<OpenIdIdentity> {
  const configuration = await provider.configurationAt(moment);
  const url = new URL(answer.redirectUri);
  url.search = answer.parameters.toString();
  const { secrets } = answer;
  const tokens = await authorizationCodeGrant(configuration, url, {
    expectedState: secrets.state,
    expectedNonce: secrets.nonce,
    pkceCodeVerifier: secrets.verifier,
    idTokenExpected: true,
  });
  provider.keepKeysOf(configuration);
  const claims = tokens.claims();
  const { id_token: idToken } = tokens;
  if (!claims || idToken === undefined) throw notValid("id-token-missing");
  if (provider.settings.decryptionKey && !getDecryptedResponses(tokens))
    throw notValid("not-encrypted");
  checkIdToken(provider, claims, { answer, moment });
  const userInfo = await userInfoOf(configuration, {
    accessToken: tokens.access_token,
    subject: claims.sub,
  });
  return {
    issuer: claims.iss,
    subject: claims.sub,
    acr: textOf(claims["acr"]),
    sessionId: textOf(claims["sid"]),
    expiresAt: new Date(claims.exp * 1000),
    claims: { ...userInfo, ...claims },
    idToken,
  };
}

async function parametersOf(
  configuration: Configuration,
  request: SignInRequest,
  { state, nonce, verifier }: SignInSecrets,
): Promise<Record<string, string>> {
  return {
    response_type: "code",
    redirect_uri: request.redirectUri,
    scope: ["openid", ...request.scopes].join(" "),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(request.uiLocales !== undefined && { ui_locales: request.uiLocales }),
    // max_age makes auth_time a required claim, by which the new proof is seen. @see OpenID Connect Core 1.0 section 3.1.2.1
    ...(request.reauthenticates && { prompt: "login", max_age: "0" }),
    ...levelParameters(configuration, request.acrValues),
  };
}

/** `acr_values` is a wish; as an essential claim the provider must meet it or say so. @see section 5.5.1.1 */
function levelParameters(
  configuration: Configuration,
  acrValues: readonly string[],
): Record<string, string> {
  if (acrValues.length === 0) return {};
  const wish = { acr_values: acrValues.join(" ") };
  if (!configuration.serverMetadata().claims_parameter_supported) return wish;
  const acr = { essential: true, values: acrValues };
  return { ...wish, claims: JSON.stringify({ id_token: { acr } }) };
}

function checkIdToken(
  provider: Provider,
  claims: Readonly<Record<string, unknown>> & { readonly iat: number },
  {
    answer,
    moment,
  }: { readonly answer: SignInAnswer; readonly moment: Moment },
): void {
  const { acceptedAcrValues, authenticatedAfter } = answer;
  const failed = failedIdTokenCheck(claims, {
    now: moment.now,
    toleranceSeconds,
    clientId: provider.settings.clientId,
    authenticatedAfter,
  });
  if (failed !== undefined) throw notValid(failed);
  if (!isAcceptedAcr(claims["acr"], acceptedAcrValues))
    throw new OpenIdFault({ kind: "level-not-reached" });
}

async function userInfoOf(
  configuration: Configuration,
  {
    accessToken,
    subject,
  }: { readonly accessToken: string; readonly subject: string },
): Promise<Readonly<Record<string, unknown>>> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
  try {
    return await fetchUserInfo(configuration, accessToken, subject);
  } catch (error) {
    if (error instanceof WWWAuthenticateChallengeError)
      throw notValid("userinfo-refused");
    throw error;
  }
}

const notValid = (reason: string) =>
  new OpenIdFault({ kind: "answer-not-valid", reason });

const textOf = (claim: unknown) =>
  typeof claim === "string" ? claim : undefined;
