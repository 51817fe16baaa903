import { foldText } from "../../../platform/values/fold-text.ts";
import {
  similarityOfTrigrams,
  trigramsOf,
} from "../../../platform/values/trigrams.ts";

/** A commune, to find who is responsible there. */
export type Place = {
  /** 12 digits. */
  readonly ars: string;
  readonly name: string;
  readonly postcodes: readonly string[];
};

/**
 * What people call a commune: official lists put what it is behind a comma, "Schwerin, Landeshauptstadt", "Abensberg, St", "Rostock,
 * Hanse- und Universitätsstadt".
 */
export function commonName(officialName: string): string {
  const [name = ""] = officialName.split(/,(?:\s|$)/);
  return name.trim();
}

/** True when the visitor typed a postcode or the beginning of one. */
export function isPostcodeQuery(query: string): boolean {
  return /^\d{3,5}$/.test(query);
}

const weakestMatch = 0.3;

/** Places whose name fits what was typed, best first; one that fits exactly leaves no others. */
export function rankPlaces<Candidate extends { readonly name: string }>(
  candidates: readonly Candidate[],
  query: string,
): Candidate[] {
  const typed = foldText(query);
  const exact = candidates.filter(({ name }) => foldText(name) === typed);
  if (exact.length > 0) return exact;
  const trigrams = trigramsOf(query);
  return candidates
    .map((candidate) => ({
      candidate,
      score: scoreOf(foldText(candidate.name), typed, trigrams),
    }))
    .filter(({ score }) => score >= weakestMatch)
    .toSorted((first, second) => second.score - first.score)
    .map(({ candidate }) => candidate);
}

/** A name that begins with what was typed always counts more than a similar one. */
function scoreOf(
  name: string,
  typed: string,
  trigrams: readonly string[],
): number {
  const similarity = similarityOfTrigrams(trigramsOf(name), trigrams);
  return name.startsWith(typed) ? 1 + similarity : similarity;
}
