import { foldText } from "../../../platform/values/fold-text.ts";
import {
  similarityOfTrigrams,
  trigramsOf,
} from "../../../platform/values/trigrams.ts";

/** A street of a commune. */
export type Street = {
  /** Of the commune: 12 digits. */
  readonly ars: string;
  readonly town: string;
  readonly name: string;
  readonly postcodes: readonly string[];
};

/** What one line of a list of streets says; the commune by its ARS, or by postcode and town. */
export type StreetLine = Omit<Street, "ars"> & {
  readonly ars: string | undefined;
};

/** Why a line is skipped. */
export type StreetProblem =
  | "not-utf-8"
  | "quotes"
  | "ars"
  | "postcode"
  | "town"
  | "street"
  | "no-commune"
  | "unknown-commune";

const weakestMatch = 0.3;

/** Streets whose name fits what was typed, best first; one that fits exactly leaves no others. */
export function rankStreets(
  candidates: readonly Street[],
  query: string,
): Street[] {
  const typed = foldText(query);
  const exact = candidates.filter(({ name }) => foldText(name) === typed);
  if (exact.length > 0) return exact;
  const trigrams = trigramsOf(query);
  return candidates
    .map((candidate) => ({
      candidate,
      score: scoreOf(foldText(candidate.name), { typed, trigrams }),
    }))
    .filter(({ score }) => score >= weakestMatch)
    .toSorted((first, second) => second.score - first.score)
    .map(({ candidate }) => candidate);
}

/** A name that begins with what was typed always counts more than a similar one. */
function scoreOf(
  name: string,
  { typed, trigrams }: { typed: string; trigrams: readonly string[] },
): number {
  const similarity = similarityOfTrigrams(trigramsOf(name), trigrams);
  return name.startsWith(typed) ? 1 + similarity : similarity;
}
