import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "openid-client";

/**
 * Why a sign-in or another operation came to nothing. `reason` is a code for logs and the operator, never a text of the provider and never
 * personal.
 * - `unavailable`: no answer, too late, or an answer that says "not now"
 * - `cancelled`: the person or the provider's policy said no
 * - `level-not-reached`: signed in, but not as strongly as asked
 * - `client-rejected`: the provider does not accept this client's id, secret or key
 * - `provider-refused`: the provider answered with another error
 * - `answer-not-valid`: a check failed: nobody may be signed in with this
 * - `misconfigured`: discovery names another issuer, lacks an address, or one that must not be called
 */
export type OpenIdRefusal =
  | { readonly kind: "cancelled" | "level-not-reached" }
  | {
      readonly kind:
        | "unavailable"
        | "client-rejected"
        | "provider-refused"
        | "answer-not-valid"
        | "misconfigured";
      readonly reason: string;
    };

/** Thrown through the library by our own code in its callbacks, and turned into the refusal again by `refusalOf`. */
export class OpenIdFault extends Error {
  readonly code = "openid-fault";
  readonly refusal: OpenIdRefusal;
  constructor(refusal: OpenIdRefusal) {
    super(`openid: ${refusal.kind}`);
    this.refusal = refusal;
  }
}

/** The refusal behind what the library threw. What is no outcome of the protocol is thrown again: it is a bug. */
export function refusalOf(error: unknown): OpenIdRefusal {
  const own = ownFaultIn(error);
  if (own) return own.refusal;
  if (error instanceof AuthorizationResponseError)
    return byErrorCode(error.error);
  if (error instanceof ResponseBodyError) return byErrorCode(error.error);
  if (error instanceof WWWAuthenticateChallengeError)
    return { kind: "client-rejected", reason: "http-401" };
  if (error instanceof ClientError || isProtocolError(error))
    return byProtocolError(error);
  throw error;
}

type ProtocolError = Error & { readonly code?: string | undefined };

/** Two libraries lie on top of each other, and some errors of the lower one come through as they are: both name them `OAUTH_…`. */
function isProtocolError(error: unknown): error is ProtocolError {
  if (!(error instanceof Error) || !("code" in error)) return false;
  const { code } = error;
  return typeof code === "string" && code.startsWith("OAUTH_");
}

const unavailableErrors = ["temporarily_unavailable", "server_error"];
const clientErrors = ["invalid_client", "unauthorized_client"];

/** @see RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Unmet Authentication Requirements 1.0 */
function byErrorCode(sent: string): OpenIdRefusal {
  // The address of an answer can be written by anybody: only what looks like a code is passed on.
  const reason = /^[a-z_]{1,60}$/.test(sent) ? sent : "unreadable-error";
  if (reason === "access_denied") return { kind: "cancelled" };
  if (reason === "unmet_authentication_requirements")
    return { kind: "level-not-reached" };
  if (unavailableErrors.includes(reason))
    return { kind: "unavailable", reason };
  if (clientErrors.includes(reason)) return { kind: "client-rejected", reason };
  return { kind: "provider-refused", reason };
}

const timeCodes = ["OAUTH_TIMEOUT", "OAUTH_ABORT"];
const configurationCodes = [
  "OAUTH_HTTP_REQUEST_FORBIDDEN",
  "OAUTH_REQUEST_PROTOCOL_FORBIDDEN",
  "OAUTH_MISSING_SERVER_METADATA",
  "OAUTH_INVALID_SERVER_METADATA",
];

function byProtocolError(error: ProtocolError): OpenIdRefusal {
  const reason = reasonOf(error);
  const { code = "" } = error;
  if (timeCodes.includes(code)) return { kind: "unavailable", reason };
  if (configurationCodes.includes(code))
    return { kind: "misconfigured", reason };
  return { kind: "answer-not-valid", reason };
}

/** `jwt-claim-comparison-failed:aud` */
function reasonOf(error: ProtocolError): string {
  const code = (error.code ?? "unknown")
    .replace(/^OAUTH_/, "")
    .toLowerCase()
    .replaceAll("_", "-");
  const claim = claimIn(error.cause);
  return claim === undefined ? code : `${code}:${claim}`;
}

function claimIn(cause: unknown): string | undefined {
  if (typeof cause !== "object" || cause === null) return undefined;
  if ("claim" in cause && typeof cause.claim === "string") return cause.claim;
  if ("attribute" in cause && typeof cause.attribute === "string")
    return cause.attribute;
  return "cause" in cause ? claimIn(cause.cause) : undefined;
}

function ownFaultIn(error: unknown): OpenIdFault | undefined {
  if (error instanceof OpenIdFault) return error;
  return error instanceof Error ? ownFaultIn(error.cause) : undefined;
}
