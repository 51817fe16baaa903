import {
  elementPath,
  groupAnswers,
  isBlank,
  isGroupAnswer,
  occurrencePath,
  occurrencesOf,
  withoutReserved,
  type Answers,
  type Occurrence,
} from "./answers.ts";

/** Answers as they are sent, and where each has gone. */
export type SettledAnswers = {
  readonly answers: Answers;
  /** Path in the draft → path in what is sent. */
  readonly placeOf: (path: string) => string;
};

/**
 * Answers as they leave the draft: without what only the draft needs, and without entries of a list that somebody left blank. What stays is
 * numbered anew, so that an entry has one index for good: in the stored answers, in paths, and in JSON, XML, CSV and PDF made of them.
 */
export function settleAnswers(draft: Answers): SettledAnswers {
  const typed = withoutReserved(draft);
  return {
    answers: withoutBlanks(typed),
    placeOf: (path) => movedPath(typed, path.split("."), ""),
  };
}

function withoutBlanks(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, occurrences]) => [
      key,
      filledOf(occurrences).map((occurrence) =>
        isGroupAnswer(occurrence) ? withoutBlanks(occurrence) : occurrence,
      ),
    ]),
  );
}

/** A list with nothing in it stays as it is: it has no order to keep. */
function filledOf(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const filled = occurrences.filter((occurrence) => !isBlank(occurrence));
  return filled.length === 0 ? occurrences : filled;
}

function movedPath(
  answers: Answers,
  [key, place, ...rest]: readonly string[],
  parent: string,
): string {
  if (key === undefined) return parent;
  if (place === undefined) return elementPath(parent, key);
  const occurrences = occurrencesOf(answers, key);
  const index = Number(place);
  const leftOut = occurrences.every(isBlank)
    ? 0
    : occurrences.slice(0, index).filter(isBlank).length;
  return movedPath(
    groupAnswers(occurrences[index]),
    rest,
    occurrencePath(parent, key, index - leftOut),
  );
}
