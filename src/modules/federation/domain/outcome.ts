import type { CompletedSignIn, ProtocolRefusal } from "./sign-in-protocol.ts";

/** What came of an attempt, as it waits for its browser. */
export type AttemptOutcome =
  | { readonly kind: "proven"; readonly signIn: Proven }
  | { readonly kind: "refused"; readonly refusal: ProtocolRefusal };

/** The part of a completed sign-in that is still needed. */
export type Proven = Pick<
  CompletedSignIn,
  "identity" | "organisation" | "providerSession"
>;

/** Text form of an outcome, for keeping it encrypted. */
export function outcomeToText(outcome: AttemptOutcome): string {
  return JSON.stringify(outcome);
}

/** Reads what `outcomeToText` wrote. */
export function outcomeFromText(text: string): AttemptOutcome {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by outcomeToText and authenticated by the cipher
  return JSON.parse(text) as AttemptOutcome;
}
