import type { Answers } from "../../domain/answers.ts";
import {
  choiceKey,
  isBlank,
  isGroupAnswer,
  occurrencesOf,
  prefillKey,
} from "../../domain/answers.ts";

/** The chosen alternative; where none was said yet, the only one with an answer. */
export function chosenKey(
  alternatives: readonly { readonly key: string }[],
  answers: Answers,
): string | undefined {
  const [said] = occurrencesOf(answers, choiceKey);
  const keys = alternatives.map(({ key }) => key);
  if (said !== undefined) return keys.find((candidate) => candidate === said);
  const answered = keys.filter((candidate) =>
    occurrencesOf(answers, candidate).some((each) => !isBlank(each)),
  );
  return answered.length === 1 ? answered[0] : undefined;
}

/** What was found for a source when the application was begun. */
export function prefilledValue(
  root: Answers,
  source: string,
): string | undefined {
  const [found] = occurrencesOf(root, prefillKey);
  if (!isGroupAnswer(found)) return undefined;
  const [value] = occurrencesOf(found, source);
  return typeof value === "string" ? value : undefined;
}
