/**
 * What somebody filled in: element key → occurrences, nested like the form.
 * A value that can be read is stored in its canonical form, any other exactly as typed.
 */
export type Answers = { readonly [key: string]: readonly Occurrence[] };

/** A group's occurrence is a record, a field's is text, a file's is a reference to the stored file. */
export type Occurrence = string | FileAnswer | Answers;

/** A file that was stored for a field. */
export type FileAnswer = {
  readonly fileId: string;
  readonly filename: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly mediaType: string;
};

// Keys of elements begin with a letter, so these can never be one. What lies under them stays in the draft.

/** In an occurrence of a choice group: the key of the alternative that was chosen. */
export const choiceKey = "_choice";

/** In the answers of a form: what was found for the sources of first values, by source. */
export const prefillKey = "_prefill";

/** Answers as they leave the draft: what only the draft needs is left out. */
export function withoutReserved(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([key]) => key !== choiceKey && key !== prefillKey)
      .map(([key, occurrences]) => [
        key,
        occurrences.map((occurrence) =>
          isGroupAnswer(occurrence) ? withoutReserved(occurrence) : occurrence,
        ),
      ]),
  );
}

/** Nothing may occur more often, whatever the form says: bounds the work one request can cause. */
export const maxOccurrences = 100;

export function isFileAnswer(
  occurrence: Occurrence | undefined,
): occurrence is FileAnswer {
  return (
    typeof occurrence === "object" && typeof occurrence["fileId"] === "string"
  );
}

/** True for an occurrence of a group. */
export function isGroupAnswer(
  occurrence: Occurrence | undefined,
): occurrence is Answers {
  return typeof occurrence === "object" && !isFileAnswer(occurrence);
}

/** The answers inside an occurrence of a group; none for anything else. */
export function groupAnswers(occurrence: Occurrence | undefined): Answers {
  return isGroupAnswer(occurrence) ? occurrence : {};
}

/** Occurrences of an element; never inherited from `Object.prototype`. */
export function occurrencesOf(
  answers: Answers,
  key: string,
): readonly Occurrence[] {
  return Object.hasOwn(answers, key) ? (answers[key] ?? []) : [];
}

/** True when nothing was filled in: no text, no file, no group with either. */
export function isBlank(occurrence: Occurrence | undefined): boolean {
  if (occurrence === undefined) return true;
  if (typeof occurrence === "string") return occurrence.trim() === "";
  if (isFileAnswer(occurrence)) return false;
  return Object.values(occurrence).every((inner) => inner.every(isBlank));
}

/** The answers to other elements than these: what other pages asked. */
export function besides(
  elements: readonly { readonly key: string }[],
  answers: Answers,
): Answers {
  const keys = new Set(elements.map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(answers).filter(([key]) => !keys.has(key)),
  );
}

/** Files of all fields, for binding uploads to a submission. */
export function listFiles(answers: Answers): FileAnswer[] {
  return Object.values(answers)
    .flat()
    .flatMap((occurrence) => {
      if (typeof occurrence === "string") return [];
      return isFileAnswer(occurrence) ? [occurrence] : listFiles(occurrence);
    });
}

/** `G1.0` + `F2` + 1 → `G1.0.F2.1`; also the name and id of the HTML input. */
export function occurrencePath(
  parent: string,
  key: string,
  index: number,
): string {
  return `${elementPath(parent, key)}.${index}`;
}

/** `G1.0` + `F2` → `G1.0.F2`: all occurrences of one element. */
export function elementPath(parent: string, key: string): string {
  return parent === "" ? key : `${parent}.${key}`;
}
