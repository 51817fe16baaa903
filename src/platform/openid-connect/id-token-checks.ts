/** Claims of an ID token whose signature, issuer, audience, nonce and end the library has checked. */
export type IdTokenClaims = Readonly<Record<string, unknown>> & {
  readonly iat: number;
};

export type IdTokenExpectation = {
  readonly now: Date;
  readonly toleranceSeconds: number;
  readonly clientId: string;
  /** The person was asked to prove themselves anew: not before this moment. */
  readonly authenticatedAfter: Date | undefined;
};

const maxAgeSeconds = 600;

/**
 * What the library leaves to the relying party. Returns the code of the first check that fails.
 * @see OpenID Connect Core 1.0 section 3.1.3.7, numbers 4, 5, 10, 12 and 13; TR-03172-3 A3.10
 */
export function failedIdTokenCheck(
  claims: IdTokenClaims,
  expected: IdTokenExpectation,
): string | undefined {
  const nowSeconds = expected.now.getTime() / 1000;
  const latest = nowSeconds + expected.toleranceSeconds;
  if (claims.iat > latest) return "iat-in-future";
  if (claims.iat < nowSeconds - maxAgeSeconds) return "iat-too-old";
  if (claims["azp"] !== undefined && claims["azp"] !== expected.clientId)
    return "azp";
  if (!isSubject(claims["sub"])) return "sub";
  return failedAuthTimeCheck(claims["auth_time"], latest, expected);
}

/** True when the level that was reached is one of those that were asked for. */
export function isAcceptedAcr(
  acr: unknown,
  accepted: readonly string[],
): boolean {
  return (
    accepted.length === 0 || (typeof acr === "string" && accepted.includes(acr))
  );
}

/** @see OpenID Connect Core 1.0 section 2: at most 255 ASCII characters */
function isSubject(sub: unknown): boolean {
  return typeof sub === "string" && /^[\x20-\x7e]{1,255}$/.test(sub);
}

function failedAuthTimeCheck(
  authTime: unknown,
  latest: number,
  { authenticatedAfter, toleranceSeconds }: IdTokenExpectation,
): string | undefined {
  if (authTime === undefined)
    return authenticatedAfter ? "auth-time-missing" : undefined;
  if (typeof authTime !== "number" || authTime > latest) return "auth-time";
  if (!authenticatedAfter) return undefined;
  const earliest = authenticatedAfter.getTime() / 1000 - toleranceSeconds;
  return authTime < earliest ? "auth-time-too-old" : undefined;
}
