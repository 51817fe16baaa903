import {
  compactDecrypt,
  errors,
  importJWK,
  jwtVerify,
  type JWTPayload,
} from "jose";
import { buildEndSessionUrl } from "openid-client";
import {
  contentAlgorithms,
  toleranceSeconds,
  type Provider,
} from "./provider.ts";
import { OpenIdFault } from "./refusal.ts";
import type { Moment } from "./settings.ts";
import { browserAddress } from "./sign-in.ts";

export type SignOutRequest = {
  /** Registered with the provider. */
  readonly returnUri: string;
  readonly idToken: string | undefined;
  readonly state?: string;
};

/** Whose sessions end. At least one of subject and session is there. */
export type LogoutNotice = {
  readonly issuer: string;
  readonly subject: string | undefined;
  readonly sessionId: string | undefined;
  /** Each notice counts once. */
  readonly tokenId: string;
  /** After this moment the notice is refused for its age, so that it need not be remembered longer. */
  readonly expiresAt: Date;
};

/** Where a person signs out at the provider; undefined where it has no such address. @see OpenID Connect RP-Initiated Logout 1.0 */
export async function signOutAddress(
  provider: Provider,
  { returnUri, idToken, state }: SignOutRequest,
  moment: Moment,
): Promise<string | undefined> {
  const configuration = await provider.configurationAt(moment);
  if (configuration.serverMetadata().end_session_endpoint === undefined)
    return undefined;
  const address = buildEndSessionUrl(configuration, {
    post_logout_redirect_uri: returnUri,
    ...(idToken !== undefined && { id_token_hint: idToken }),
    ...(state !== undefined && { state }),
  });
  return browserAddress(address, provider);
}

/** A notice older than this is refused, also where the provider sets no end. */
const maxAgeSeconds = 300;

const logoutEvent = "http://schemas.openid.net/event/backchannel-logout";

/** Checks a logout token with all that the standard asks for. Throws what `refusalOf` understands. @see OpenID Connect Back-Channel Logout 1.0 section 2.6 */
export async function readLogoutToken(
  provider: Provider,
  token: string,
  moment: Moment,
): Promise<LogoutNotice> {
  const configuration = await provider.configurationAt(moment);
  const { issuer, jwks_uri: keysAddress } = configuration.serverMetadata();
  if (keysAddress === undefined)
    throw new OpenIdFault({
      kind: "misconfigured",
      reason: "jwks-uri-missing",
    });
  const keys = provider.keySetAt(keysAddress);
  try {
    const signed = await decrypted(provider, token);
    const { payload, protectedHeader } = await jwtVerify(signed, keys, {
      issuer,
      audience: provider.settings.clientId,
      currentDate: moment.now,
      clockTolerance: toleranceSeconds,
      maxTokenAge: maxAgeSeconds,
      requiredClaims: ["iat", "jti"],
      algorithms: safeAlgorithms,
    });
    checkType(protectedHeader.typ);
    return noticeOf(payload, issuer);
  } catch (error) {
    if (error instanceof errors.JOSEError) throw notValid(error);
    throw error;
  }
}

const safeAlgorithms = [
  ...["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"],
  ...["ES256", "ES384", "ES512", "EdDSA", "Ed25519"],
];

async function decrypted(provider: Provider, token: string): Promise<string> {
  const { decryptionKey } = provider.settings;
  if (!decryptionKey || token.split(".").length !== 5) return token;
  const key = await importJWK(decryptionKey, decryptionKey.alg);
  const { plaintext } = await compactDecrypt(token, key, {
    contentEncryptionAlgorithms: contentAlgorithms,
  });
  return Buffer.from(plaintext).toString("utf8");
}

/** An explicit type is recommended and not required; another one is somebody else's token. */
function checkType(type: string | undefined): void {
  if (type !== undefined && !/^(?:application\/)?(?:logout\+)?jwt$/i.test(type))
    throw refusedFor("typ");
}

function noticeOf(payload: JWTPayload, issuer: string): LogoutNotice {
  const { sub: subject, jti: tokenId, iat, events, sid, nonce } = payload;
  if (!hasLogoutEvent(events)) throw refusedFor("events");
  // An ID token must never pass as a logout token.
  if (nonce !== undefined) throw refusedFor("nonce");
  const sessionId = typeof sid === "string" ? sid : undefined;
  if (subject === undefined && sessionId === undefined)
    throw refusedFor("sub-and-sid");
  if (tokenId === undefined || iat === undefined) throw refusedFor("jti");
  return {
    issuer,
    subject,
    sessionId,
    tokenId,
    expiresAt: new Date((iat + maxAgeSeconds + toleranceSeconds) * 1000),
  };
}

function hasLogoutEvent(events: unknown): boolean {
  if (typeof events !== "object" || events === null) return false;
  const event: unknown = Reflect.get(events, logoutEvent);
  return typeof event === "object" && event !== null;
}

function notValid(error: errors.JOSEError): OpenIdFault {
  const reason = error.code.replace(/^ERR_/, "").toLowerCase();
  const claim =
    error instanceof errors.JWTClaimValidationFailed ? `:${error.claim}` : "";
  return refusedFor(`${reason.replaceAll("_", "-")}${claim}`);
}

const refusedFor = (reason: string) =>
  new OpenIdFault({
    kind: "answer-not-valid",
    reason: `logout-token:${reason}`,
  });
