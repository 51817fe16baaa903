import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  evaluateForm,
  renderPageFields,
  shownPages,
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
import { listSteps } from "../src/modules/submissions/use-cases/form-steps.ts";
import { stepList } from "../src/modules/submissions/web/step-list.ts";
import { largeForm } from "./large-form.ts";

const today = "2026-11-25";

/** Processor time of one core. */
export type FormFigures = {
  /** One of fifty pages, with the rules of all, and the list that says how far each of the fifty is. */
  readonly stepMs: number;
  /** The same of a form that has all 700 fields on one page, which is shown in parts. */
  readonly partOfLongPageMs: number;
  /** What sending does with the answers: rules, checks, summary, data. */
  readonly submissionMs: number;
  readonly compiledMegabytes: number;
};

/** Work on a form with 700 fields and 200 rules that is filled in completely; means of so many runs. */
export function formFigures(runs: number): FormFigures {
  const form = largeForm(700);
  const answers = filledIn(form);
  return {
    stepMs: stepMs(form, { answers, runs, position: 24 }),
    partOfLongPageMs: stepMs(onOnePage(form), { answers, runs, position: 0 }),
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
  const page = shownPages(definition)[position];
  if (!page) throw new Error("bench: the form has no such page");
  return meanCpuMs(runs, () => {
    // Other answers each time, as after each request: what was worked out once is kept with its answers.
    const draft = {
      leistungSlug: "formular",
      definition,
      answers: { ...answers },
      today,
    };
    const form = evaluateForm(definition, draft.answers, { today });
    const errors = validatePage(form, page.key);
    const current = listSteps(draft).find(({ formPage }) => formPage === page);
    if (!current) throw new Error("bench: the page is no step");
    String(stepList({ draft, current, locale: "de" }));
    String(renderPageFields(page, { form, errors, locale: "de" }));
  });
}

function submissionMs(
  definition: FormDefinition,
  answers: Answers,
  runs: number,
): number {
  return meanCpuMs(runs, () => {
    const form = evaluateForm(definition, { ...answers }, { today });
    if (validateAll(form).length > 0)
      throw new Error("bench: the form is not complete");
    summarise(form, "de");
    JSON.stringify(toJson(definition, form.answers));
  });
}

/** Processor time of one run. Counted in ticks of some milliseconds, so all runs are taken together. */
export function meanCpuMs(runs: number, work: () => void): number {
  for (let run = 0; run < 100; run += 1) work();
  const before = process.threadCpuUsage();
  for (let run = 0; run < runs; run += 1) work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / runs / 1000;
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
