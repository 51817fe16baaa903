import { trigramsOf } from "../../../../platform/values/trigrams.ts";
import { everydayMeaningsOf } from "./everyday-synonyms.ts";
import { matchStems } from "./match-words.ts";
import { queryStemsOf } from "./search-words.ts";

/** A stem to look for. `word` numbers the typed words from 0; synonyms have the number of the word they stand for. */
export type SearchTerm = {
  readonly word: number;
  readonly stem: string;
  readonly isSynonym: boolean;
};

/** A stem of the catalogue that answers a typed word; `quality` above 0 up to 1. */
export type StemMatch = {
  readonly word: number;
  readonly stem: string;
  readonly quality: number;
};

/** A stem of the vocabulary that looks like the term with this number. */
export type StemCandidate = { readonly term: number; readonly stem: string };

const synonymQuality = 0.9;
const weakestSynonym = 0.7;
const sureQuality = 0.65;

/** For each typed word; a word that is part of hundreds of compounds must not make the search slow. */
const mostMatches = 20;

/** What to look for when somebody typed this. */
export function searchTermsOf(query: string): SearchTerm[] {
  return queryStemsOf(query).flatMap((stem, word) => [
    { word, stem, isSynonym: false },
    ...everydayMeaningsOf(stem).map((meaning) => ({
      word,
      stem: meaning,
      isSynonym: true,
    })),
  ]);
}

/** Groups of three letters to fetch candidates by, and how many of them a candidate must share. */
export function trigramQueryOf(term: SearchTerm): {
  readonly trigrams: readonly string[];
  readonly fewestShared: number;
} {
  const trigrams = trigramsOf(term.stem);
  const fewestShared = Math.min(
    4,
    Math.max(1, Math.floor(trigrams.length / 3)),
  );
  return { trigrams, fewestShared };
}

/**
 * Decides which candidates answer the typed words. The term itself always stays in: texts are not in the vocabulary
 * but are found by the same stem.
 */
export function chooseMatches(
  terms: readonly SearchTerm[],
  candidates: readonly StemCandidate[],
): StemMatch[] {
  const matches = terms.map((term) => ({
    word: term.word,
    stem: term.stem,
    quality: term.isSynonym ? synonymQuality : 1,
  }));
  for (const { term: number, stem } of candidates) {
    const term = terms[number];
    const quality = term ? qualityOf(term, stem) : 0;
    if (term && quality > 0) matches.push({ word: term.word, stem, quality });
  }
  return keepBest(matches);
}

/**
 * How well a match must fit to count in a teaser or a text. A single word that only a part of answers needs that part in a name: a Leistung
 * that says "Zeit" somewhere is no answer to "Zeitmaschine". Beside other words such a match still helps to order the hits.
 */
export function leastQualityInTexts(matches: readonly StemMatch[]): number {
  return new Set(matches.map(({ word }) => word)).size === 1 ? sureQuality : 0;
}

/** Synonyms are sure words: no typing errors, no middles of compounds. */
function qualityOf(term: SearchTerm, stem: string): number {
  const quality = matchStems(term.stem, stem);
  if (!term.isSynonym) return quality;
  return quality >= weakestSynonym ? quality * synonymQuality : 0;
}

/** Each stem once per typed word, with its best quality; the best stems of each word. */
function keepBest(matches: readonly StemMatch[]): StemMatch[] {
  const best = new Map<string, StemMatch>();
  for (const match of matches) {
    const key = `${String(match.word)} ${match.stem}`;
    const known = best.get(key);
    if (!known || known.quality < match.quality) best.set(key, match);
  }
  const ofWords = Map.groupBy(best.values(), ({ word }) => word);
  return [...ofWords.values()].flatMap((ofWord) =>
    ofWord
      .toSorted((first, second) => second.quality - first.quality)
      .slice(0, mostMatches),
  );
}
