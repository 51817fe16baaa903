import {
  groupAnswers,
  isBlank,
  occurrencesOf,
  type Answers,
  type Occurrence,
} from "../answers.ts";

/** What is answered at a path; undefined for nothing. */
export function answerAt(
  answers: Answers,
  path: string,
): Occurrence | undefined {
  const [key = "", index = "", ...rest] = path.split(".");
  const found = occurrencesOf(answers, key)[Number(index)];
  return rest.length === 0 || found === undefined
    ? found
    : answerAt(groupAnswers(found), rest.join("."));
}

/** The answers with this value at a path, and what is missing on the way there. All else stays the same object. */
function setAnswer(answers: Answers, path: string, value: string): Answers {
  if (answerAt(answers, path) === value) return answers;
  const [key = "", index = "", ...rest] = path.split(".");
  const before = occurrencesOf(answers, key);
  const place = Number(index);
  const changed =
    rest.length === 0
      ? value
      : setAnswer(groupAnswers(before[place]), rest.join("."), value);
  const occurrences = Array.from(
    { length: Math.max(before.length, place + 1) },
    (_, position) =>
      position === place
        ? changed
        : (before[position] ?? (rest.length === 0 ? "" : {})),
  );
  return { ...answers, [key]: occurrences };
}

/** Values at their paths: over whatever stands there, or only where nothing does. */
export function setAnswers(
  answers: Answers,
  values: readonly { readonly path: string; readonly value: string }[],
  where: "everywhere" | "where-blank",
): Answers {
  return values.reduce(
    (changed, { path, value }) =>
      where === "everywhere" || isBlank(answerAt(changed, path))
        ? setAnswer(changed, path, value)
        : changed,
    answers,
  );
}
