import { foldText } from "./fold-text.ts";

/** The distinct groups of three letters of each word, with `_` for the edges: "Rom" gives _ro, rom, om_. Folds the text first. */
export function trigramsOf(text: string): string[] {
  const trigrams = new Set<string>();
  for (const word of foldText(text).split(" ")) {
    const padded = `_${word}_`;
    for (let start = 0; start + 3 <= padded.length; start += 1) {
      trigrams.add(padded.slice(start, start + 3));
    }
  }
  return [...trigrams];
}

/** Share of common trigrams, 0 to 1 (Jaccard index). */
export function similarityOfTrigrams(
  first: readonly string[],
  second: readonly string[],
): number {
  if (first.length === 0 || second.length === 0) return 0;
  const known = new Set(second);
  const shared = first.filter((trigram) => known.has(trigram)).length;
  return shared / (first.length + second.length - shared);
}
