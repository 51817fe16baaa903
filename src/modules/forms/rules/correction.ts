import type { Answers } from "../domain/answers.ts";
import {
  listOpenables,
  narrowForm,
  openableAt,
  openablesWithin,
  pathOfElement,
} from "../domain/correction/narrow-form.ts";
import { openAnswers } from "../domain/correction/open-answers.ts";
import type { FieldError } from "../domain/field-error.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { shownPages } from "../domain/shown-pages.ts";
import { validateAll } from "../fill-in/validate.ts";
import { evaluateForm, isStep, type EvaluatedForm } from "./evaluate-form.ts";

export type Correction = {
  /** What was sent, as it counted then. */
  readonly sent: EvaluatedForm;
  /** Paths of elements that shall be corrected. */
  readonly asked: readonly string[];
  /** Paths of occurrences whose values somebody else has confirmed: they stay closed. */
  readonly confirmed: readonly string[];
  /** What is in the draft now. */
  readonly answers: Answers;
  readonly today: string;
};

/** The part of a form that is open, and the answers that count with it: as they were sent wherever it is closed. */
export type OpenForm = {
  readonly part: FormDefinition;
  readonly answers: Answers;
};

/**
 * What is open for a correction: what is asked, what was not asked of the applicant before and may appear by another answer, and what has
 * become wrong by one. What was accepted once is not found wrong for being older.
 */
export function openForm(
  definition: FormDefinition,
  correction: Correction,
): OpenForm {
  const { sent, asked, confirmed, today } = correction;
  const openables = listOpenables(definition);
  const openableOf = (path: string) => openableAt(openables, path)?.path;
  const closed = new Set(confirmed.map(openableOf));
  const accepted = new Set(errorsOf(definition, sent.typed, today).map(nameOf));
  const open = new Set(
    [...asked, ...hiddenIn(sent)]
      .flatMap((path) => openablesWithin(openables, path))
      .map(({ path }) => path)
      .filter((path) => !closed.has(path)),
  );
  // Each round opens at least one element more, or is the last.
  for (;;) {
    const part = narrowForm(definition, open);
    const answers = openAnswers(part, {
      before: sent.typed,
      after: correction.answers,
    });
    const before = open.size;
    for (const error of errorsOf(definition, answers, today)) {
      const path = openableOf(error.path);
      if (
        path !== undefined &&
        !accepted.has(nameOf(error)) &&
        !closed.has(path)
      )
        open.add(path);
    }
    if (open.size === before) return { part, answers };
  }
}

function errorsOf(
  definition: FormDefinition,
  answers: Answers,
  today: string,
): readonly FieldError[] {
  return validateAll(evaluateForm(definition, answers, { today }));
}

const nameOf = ({ path, code }: FieldError) => `${path} ${code}`;

/** Elements that were left out, outside of what repeats: those are opened with what is around them. */
function hiddenIn({ hidden, hiddenPages, definition }: EvaluatedForm) {
  const pages = definition.pages.filter(({ key }) => hiddenPages.has(key));
  return [
    ...pages.flatMap(({ elements }) => elements.map(({ key }) => key)),
    ...[...hidden].map(pathOfElement),
  ];
}

/** Only a part of the form is asked, while the rules are those of the whole. */
export function onlyPart(
  whole: EvaluatedForm,
  part: FormDefinition,
): EvaluatedForm {
  return {
    ...whole,
    definition: part,
    ruled: whole.definition,
    pages: shownPages(part).filter((page) => isStep(page, whole)),
  };
}
