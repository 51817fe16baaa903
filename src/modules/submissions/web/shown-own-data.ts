import {
  fingerprintOf,
  lockedValues,
  type OwnData,
  type Provenance,
  type ReplacedValue,
} from "../domain/own-data.ts";
import { withConfirmed } from "../use-cases/confirmed-answers.ts";
import { evaluateDraft } from "../use-cases/evaluate-draft.ts";
import type { Draft } from "../domain/draft.ts";
import { provenanceOf } from "../use-cases/provenance.ts";
import { replacedValues } from "../use-cases/replaced-values.ts";

/** What of the account the summary shows as confirmed. */
export const ownDataField = "angaben";

/** What the account has to do with what is about to be sent. */
export type ShownOwnData = {
  readonly fingerprint: string;
  readonly provenance: readonly Provenance[];
  readonly replaced: readonly ReplacedValue[];
};

/** The same for a draft as it is stored. */
export function shownOwnData(
  stored: Draft,
  own: OwnData | undefined,
): ShownOwnData {
  const locked = lockedValues(own);
  return {
    fingerprint: fingerprintOf(locked),
    provenance: provenanceOf(
      evaluateDraft(withConfirmed(stored, own)).answers,
      own,
      stored.ownData.byHand ?? [],
    ),
    replaced: replacedValues(locked, {
      stored: stored.answers,
      before: stored.ownData.before,
    }),
  };
}
