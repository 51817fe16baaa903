import type { Leistung } from "./leistung.ts";
import { stemsOf } from "./search-words.ts";

/** What counts how much: a word in the title says more than one in the text. */
const searchWeights = { title: 10, keyword: 7, teaser: 3, text: 1 };

/** Words of the vocabulary (title, keywords, teaser) are also found by parts and with typing errors. */
const vocabularyWeight = searchWeights.teaser;

export type SearchIndex = {
  /** Stem → its highest weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly vocabulary: readonly string[];
};

/** Everything the search keeps of a Leistung. */
export function indexOf(leistung: Omit<Leistung, "updatedAt">): SearchIndex {
  const weights = new Map<string, number>();
  const add = (texts: readonly string[], weight: number) => {
    for (const stem of stemsOf(texts.join(" "))) {
      weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
    }
  };
  add([leistung.title], searchWeights.title);
  add(leistung.keywords, searchWeights.keyword);
  add([leistung.teaser], searchWeights.teaser);
  add(
    [
      ...leistung.whatToDo,
      ...leistung.prerequisites,
      ...leistung.documents,
      ...leistung.procedure,
    ],
    searchWeights.text,
  );
  return {
    weights,
    vocabulary: [...weights.keys()].filter(
      (stem) => (weights.get(stem) ?? 0) >= vocabularyWeight,
    ),
  };
}
