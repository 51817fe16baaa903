/** What a back-office system may do with its credentials. */
export const scopes = [
  "submissions.read",
  "receipts.write",
  "states.write",
  "messages.write",
  "documents.write",
] as const;

export type Scope = (typeof scopes)[number];

/** A back-office system that calls us, on behalf of one destination. */
export type Client = {
  readonly clientId: string;
  readonly destinationId: string;
  /** For people, e.g. "Fachverfahren Parken, Produktion". */
  readonly name: string;
  readonly scopes: readonly Scope[];
};

/** Two secrets at once let a system be changed over without a gap; a third would be one that nobody remembers. */
export const mostSecrets = 2;

/** How long a token opens the door. Short: it can be used until then although the secret was revoked elsewhere. */
export const tokenSeconds = 900;

/** Calls of one client in a minute. */
export const mostCalls = 600;

/** How long an answer is given again for the same key. */
export const keyedCallHours = 48;

/** Codes from a request or the database that are scopes, each once and in their order. */
export function knownScopes(given: readonly string[]): readonly Scope[] {
  return scopes.filter((scope) => given.includes(scope));
}
