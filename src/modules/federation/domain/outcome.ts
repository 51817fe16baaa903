import type { AssuranceLevel, ProvenLevel } from "../../accounts/index.ts";
import {
  codeOf,
  type ArrivedValue,
  type CompletedSignIn,
  type ProtocolRefusal,
  type SignInExamination,
} from "./sign-in-protocol.ts";

/** What came of an attempt, as it waits for its browser. */
export type AttemptOutcome =
  | { readonly kind: "proven"; readonly signIn: Proven }
  | { readonly kind: "refused"; readonly refusal: ProtocolRefusal }
  | { readonly kind: "tried"; readonly report: TrialReport };

/** What a trial found, for whoever made it. Signs nobody in. */
export type TrialReport = {
  /** Codes of the checks that failed; empty: a sign-in would have counted. */
  readonly failed: readonly string[];
  readonly arrived: readonly ArrivedValue[];
  /** What of it an account would get. */
  readonly mapped: readonly {
    readonly attribute: string;
    readonly source: string;
    /** Undefined: it did not arrive. */
    readonly value: string | undefined;
    readonly level: AssuranceLevel | undefined;
  }[];
  /** As sure as the sign-in was; undefined where nobody can tell. */
  readonly level: ProvenLevel | undefined;
  readonly displayName: string | undefined;
  readonly organisationName: string | undefined;
};

/** The part of a completed sign-in that is still needed. */
export type Proven = Pick<
  CompletedSignIn,
  "identity" | "organisation" | "providerSession"
>;

/** The report of a trial. `later`: what was refused after the protocol was content. */
export function reportOf(
  examination: SignInExamination,
  later: ProtocolRefusal | undefined,
): TrialReport {
  const { arrived, completed, failed, mapping } = examination;
  const identity = examination.uncheckedIdentity;
  return {
    failed: later ? [...failed, codeOf(later)] : failed,
    arrived,
    mapped: mapping.map(({ attribute, source }) => {
      const found = identity?.values.find(
        (value) => value.attribute === attribute,
      );
      return {
        attribute,
        source,
        value: found?.value,
        level: found?.assuranceLevel,
      };
    }),
    level: identity?.assuranceLevel,
    displayName: identity?.displayName,
    organisationName: completed.ok
      ? completed.value.organisation?.details.name
      : undefined,
  };
}

/** Text form of an outcome, for keeping it encrypted. */
export function outcomeToText(outcome: AttemptOutcome): string {
  return JSON.stringify(outcome);
}

/** Reads what `outcomeToText` wrote. */
export function outcomeFromText(text: string): AttemptOutcome {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- written by outcomeToText and authenticated by the cipher
  return JSON.parse(text) as AttemptOutcome;
}
