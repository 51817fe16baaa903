import type {
  InLanguages,
  LeistungContent,
} from "../content/leistung-content.ts";
import { plainTextOf } from "../content/rich-text.ts";
import { stemsOf } from "./search-words.ts";

/** What counts how much: a word in the title says more than one in the text. */
const searchWeights = { title: 10, keyword: 7, teaser: 3, text: 1 };

/** From this weight on a word names the Leistung: it stands in a title or a keyword. */
export const weightOfNames = searchWeights.keyword;

/** Words of the vocabulary (title, keywords, teaser) are also found by parts and with typing errors. */
const vocabularyWeight = searchWeights.teaser;

export type SearchIndex = {
  /** Stem → its highest weight. */
  readonly weights: ReadonlyMap<string, number>;
  readonly vocabulary: readonly string[];
};

/** Everything the search keeps of a Leistung. Names are found in each language they have, texts in German. */
export function indexOf(content: LeistungContent): SearchIndex {
  const weights = new Map<string, number>();
  const add = (texts: readonly string[], weight: number) => {
    for (const stem of stemsOf(texts.join(" "))) {
      weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
    }
  };
  add(inAll(content.title), searchWeights.title);
  add(
    [...content.keywords, ...inAll(content.officialTitle)],
    searchWeights.keyword,
  );
  add([content.teaser.de], searchWeights.teaser);
  add(
    [
      content.summary,
      content.description,
      content.whatToDo,
      content.prerequisites,
      content.documents,
      content.procedure,
    ].map((texts) => plainTextOf(texts?.de ?? "")),
    searchWeights.text,
  );
  return {
    weights,
    vocabulary: [...weights.keys()].filter(
      (stem) => (weights.get(stem) ?? 0) >= vocabularyWeight,
    ),
  };
}

const inAll = (texts: InLanguages | undefined) => Object.values(texts ?? {});
