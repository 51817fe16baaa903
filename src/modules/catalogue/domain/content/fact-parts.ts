import type { LeistungContent } from "./leistung-content.ts";
import type { Leistung } from "../leistung.ts";
import { saysFees, saysPeriod } from "./says-figures.ts";

/** Facts that are told in figures, in words, or both. */
export const factKeys = {
  fee: { words: "feeText", figures: "fees" },
  duration: { words: "processingText", figures: "processingTime" },
  deadline: { words: "deadlineText", figures: "deadlines" },
} as const;

export type FactKind = keyof typeof factKeys;

/** Which of both is shown; figures stand first. `isGeneral`: the words are of above, the figures of this authority. */
export type FactParts = {
  readonly hasFigures: boolean;
  readonly hasWords: boolean;
  readonly isGeneral: boolean;
};

/**
 * Figures lead, and words explain them. Words stand alone where they say all of it already (`words`: as plain text in the reader's language), or
 * where this authority wrote them itself and took over the figures, which need not hold here.
 */
export function factParts(
  { content, takenOver }: Pick<Leistung, "content" | "takenOver">,
  kind: FactKind,
  words: string | undefined,
): FactParts {
  const keys = factKeys[kind];
  const hasWords = content[keys.words] !== undefined;
  const hasFigures = countOf(content, kind) > 0;
  if (!hasWords || !hasFigures)
    return { hasFigures, hasWords, isGeneral: false };
  const isOwn = (key: string) =>
    takenOver === undefined || takenOver.ownParts.includes(key);
  const isNearer = isOwn(keys.words) && !isOwn(keys.figures);
  const isSaid = words !== undefined && says(words, content, kind);
  return {
    hasFigures: !isNearer && !isSaid,
    hasWords,
    isGeneral: isOwn(keys.figures) && !isOwn(keys.words) && !isSaid,
  };
}

function countOf(content: LeistungContent, kind: FactKind): number {
  const figures = content[factKeys[kind].figures];
  if (figures === undefined) return 0;
  return "length" in figures ? figures.length : 1;
}

function says(
  words: string,
  { fees = [], processingTime, deadlines = [] }: LeistungContent,
  kind: FactKind,
): boolean {
  switch (kind) {
    case "fee":
      return saysFees(words, fees);
    case "duration":
      return processingTime !== undefined && saysPeriod(words, processingTime);
    case "deadline":
      return deadlines.every(({ length, unit }) =>
        saysPeriod(words, { max: length, unit }),
      );
  }
}
