import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  evaluateForm,
  renderPageFields,
  summarise,
  takePage,
  toJson,
  validateAll,
  validatePage,
  type Answers,
  type FormDefinition,
} from "../src/modules/forms/index.ts";
import { fillInForm } from "../src/modules/forms/testing/filled-in.ts";
import { chooser } from "../src/modules/forms/testing/sample-input.ts";
import { timeMs } from "./figures.ts";
import { largeForm } from "./large-form.ts";

const today = "2026-11-25";

export type FormFigures = {
  /** All 700 fields on one page. */
  readonly longPageMs: number;
  /** One of fifty pages, with the rules of all. */
  readonly stepMs: number;
  /** What sending does with the answers: rules, checks, summary, data. */
  readonly submissionMs: number;
  readonly compiledMegabytes: number;
};

/** Work on a form with 700 fields and 200 rules that is filled in completely; medians of so many runs. */
export function formFigures(runs: number): FormFigures {
  const form = largeForm(700);
  const answers = filledIn(form);
  return {
    longPageMs: stepMs(onOnePage(form), { answers, runs, position: 0 }),
    stepMs: stepMs(form, { answers, runs, position: 24 }),
    submissionMs: submissionMs(form, answers, runs),
    compiledMegabytes: compiledMegabytes(form, answers),
  };
}

function filledIn(form: FormDefinition): Answers {
  return fillInForm(form, () => "right", chooser(1)).reduce<Answers>(
    (previous, { page, fields, files }) =>
      takePage(form, page, {
        fields: new URLSearchParams(
          fields.map(([name, value]): [string, string] => [name, value]),
        ),
        files,
        previous,
      }).answers,
    {},
  );
}

type Step = {
  readonly answers: Answers;
  readonly runs: number;
  readonly position: number;
};

function stepMs(
  definition: FormDefinition,
  { answers, runs, position }: Step,
): number {
  const page = definition.pages[position];
  if (!page) throw new Error("bench: the form has no such page");
  return timeMs(runs, () => {
    // Other answers each time, as after each request: what was worked out once is kept with its answers.
    const form = evaluateForm(definition, { ...answers }, { today });
    const errors = validatePage(form, page.key);
    const shown = { ...page, wholeKey: page.key };
    String(renderPageFields(shown, { form, errors, locale: "de" }));
  });
}

function submissionMs(
  definition: FormDefinition,
  answers: Answers,
  runs: number,
): number {
  return timeMs(runs, () => {
    const form = evaluateForm(definition, { ...answers }, { today });
    if (validateAll(form).length > 0)
      throw new Error("bench: the form is not complete");
    summarise(form, "de");
    JSON.stringify(toJson(definition, form.answers));
  });
}

function onOnePage(form: FormDefinition): FormDefinition {
  const elements = form.pages.flatMap((page) => page.elements);
  return { ...form, pages: [{ key: "alles", elements }] };
}

/** Heap that one more form of this size takes, once its rules have been used; the mean of twenty. */
function compiledMegabytes(form: FormDefinition, answers: Answers): number {
  const kept: FormDefinition[] = [];
  const copies = 20;
  const before = heapAfterCollection();
  for (let copy = 0; copy < copies; copy += 1) {
    const parsed = structuredClone(form);
    evaluateForm(parsed, { ...answers }, { today });
    kept.push(parsed);
  }
  const after = heapAfterCollection();
  return (after - before) / kept.length / 1e6;
}

function heapAfterCollection(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed;
}
