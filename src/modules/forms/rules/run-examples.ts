import type { Answers, Occurrence } from "../domain/answers.ts";
import { occurrencesOf } from "../domain/answers.ts";
import type { FieldError } from "../domain/field-error.ts";
import type {
  FormDefinition,
  PrecheckOutcome,
} from "../domain/form-definition.ts";
import type { FormExample } from "../domain/form-example.ts";
import { validateAll } from "../fill-in/validate.ts";
import type { RulePlace } from "./analysis/finding.ts";
import { ancestorsOf, indexForm } from "./analysis/form-index.ts";
import { listRuleUses, type RuleUse } from "./analysis/rule-uses.ts";
import { compileForm, compileRule } from "./compile-form.ts";
import { ruleResults } from "./engine/rule-results.ts";
import { evaluateForm, type EvaluatedForm } from "./evaluate-form.ts";
import { precheckForm, precheckOutcome } from "./precheck.ts";

export type ExamplesReport = {
  /** In the order of the examples. */
  readonly results: readonly ExampleResult[];
  /** Conditions and checks that no example has seen both hold and not hold, and ends of the questions before the form that none comes to. */
  readonly untested: readonly UntestedCondition[];
};

export type ExampleResult = {
  readonly title: string;
  /** Empty when all is as expected. */
  readonly differences: readonly ExampleDifference[];
};

export type ExampleDifference = {
  readonly kind:
    | "not-hidden"
    | "not-visible"
    | "error-missing"
    | "error-unexpected"
    | "computed"
    | "not-valid"
    | "not-refused"
    | "outcome";
  /** Path, or path and code of an error. */
  readonly at: string;
  /** Of a computed value or an outcome: what was expected and what it is; empty for none. */
  readonly expected?: string;
  readonly found?: string;
  /** The errors that there are and were not expected. */
  readonly errors?: readonly FieldError[];
};

export type UntestedCondition = {
  readonly place: RulePlace;
  /** What no example has seen. */
  readonly missing: readonly ("holds" | "does-not-hold")[];
};

/** Fills the form in with each example and compares with what its author expects. `today` is for examples without a day of their own. */
export function runExamples(
  definition: FormDefinition,
  examples: readonly FormExample[],
  { today }: { readonly today: string },
): ExamplesReport {
  return {
    results: examples.map((example) => ({
      title: example.title,
      differences: differencesOf(definition, example, today),
    })),
    untested: untestedConditions(definition, examples, today),
  };
}

/** The outcome of the questions before the form; undefined where they are not answered, or come to none. */
export function outcomeOfExample(
  definition: FormDefinition,
  { precheck, today: day }: Pick<FormExample, "precheck" | "today">,
  when: { readonly today: string },
): PrecheckOutcome | undefined {
  const questions = precheckForm(definition);
  if (!questions || !precheck) return undefined;
  const today = { today: day ?? when.today };
  const { answers } = evaluateForm(questions.definition, precheck, today);
  return precheckOutcome(definition, answers, today);
}

function differencesOf(
  definition: FormDefinition,
  example: FormExample,
  today: string,
): ExampleDifference[] {
  const { answers, expect, today: day } = example;
  const form = evaluateForm(definition, answers, { today: day ?? today });
  const errors = validateAll(form);
  const { hidden = [], visible = [], computed = {}, valid } = expect;
  const isValid = errors.length === 0;
  return [
    ...hidden
      .filter((path) => isVisible(form, path))
      .map((at) => ({ kind: "not-hidden", at }) as const),
    ...visible
      .filter((path) => !isVisible(form, path))
      .map((at) => ({ kind: "not-visible", at }) as const),
    ...errorDifferences(expect.errors, errors),
    ...Object.entries(computed).flatMap(([at, expected]) => {
      const found = valueAt(form.answers, at);
      return found === expected
        ? []
        : [{ kind: "computed", at, expected, found } as const];
    }),
    ...(valid === undefined || valid === isValid
      ? []
      : [
          {
            kind: valid ? "not-valid" : "not-refused",
            at: errors.map(nameOfError).join(", "),
            errors,
          } as const,
        ]),
    ...outcomeDifferences(definition, example, today),
  ];
}

function outcomeDifferences(
  definition: FormDefinition,
  example: FormExample,
  today: string,
): ExampleDifference[] {
  const { outcome: expected } = example.expect;
  const found = outcomeOfExample(definition, example, { today })?.kind ?? "";
  return expected === undefined || expected === found
    ? []
    : [{ kind: "outcome", at: "", expected, found }];
}

/** `G1.0.F2.0 required`; of a check `G1.0.F2.0 check:<id>`. */
export function nameOfError({ path, code, params }: FieldError): string {
  return code === "check"
    ? `${path} check:${String(params["id"])}`
    : `${path} ${code}`;
}

function errorDifferences(
  expected: readonly string[] | undefined,
  errors: readonly FieldError[],
): ExampleDifference[] {
  if (!expected) return [];
  const found = errors.map((error) => ({ at: nameOfError(error), error }));
  return [
    ...expected
      .filter((at) => !found.some((each) => each.at === at))
      .map((at) => ({ kind: "error-missing", at }) as const),
    ...found
      .filter(({ at }) => !expected.includes(at))
      .map(({ at, error }) => {
        return { kind: "error-unexpected", at, errors: [error] } as const;
      }),
  ];
}

/** Of an occurrence, or of a page (`page:<key>`): it and everything around it. */
export function isVisible(form: EvaluatedForm, path: string): boolean {
  const page = /^page:(.+)$/.exec(path)?.[1];
  if (page !== undefined)
    return form.pages.some(({ wholeKey }) => wholeKey === page);
  const steps = path.split(".");
  const isLeftOut = steps.some(
    (_, index) =>
      index % 2 === 0 && form.hidden.has(steps.slice(0, index + 1).join(".")),
  );
  const around = form.definition.pages.find(({ elements }) =>
    elements.some(({ key }) => key === steps[0]),
  );
  return (
    !isLeftOut && around !== undefined && !form.hiddenPages.has(around.key)
  );
}

/** A computed value of the form as `evaluateForm` gives it; empty for none. */
export function valueAt(answers: Answers, path: string): string {
  const [key = "", index = "0", ...rest] = path.split(".");
  const found: Occurrence | undefined = occurrencesOf(answers, key)[
    Number(index)
  ];
  if (typeof found === "string") return rest.length === 0 ? found : "";
  if (found === undefined || "fileId" in found) return "";
  return valueAt(found, rest.join("."));
}

/** Rules that decide something: what is visible, required, or wrong. */
export function listConditions(definition: FormDefinition): RulePlace[] {
  return conditionsOf(definition).map(({ place }) => place);
}

function conditionsOf(definition: FormDefinition): RuleUse[] {
  return listRuleUses(definition, indexForm(definition)).filter(
    ({ place }) => place.rule !== "computed",
  );
}

function untestedConditions(
  definition: FormDefinition,
  examples: readonly FormExample[],
  today: string,
): UntestedCondition[] {
  return [
    ...untestedOutcomes(definition, examples, today),
    ...untestedRules(definition, examples, today),
  ];
}

function untestedOutcomes(
  definition: FormDefinition,
  examples: readonly FormExample[],
  today: string,
): UntestedCondition[] {
  const seen = new Set(
    examples.map((each) => outcomeOfExample(definition, each, { today })),
  );
  return (definition.precheck?.outcomes ?? []).flatMap((outcome, index) =>
    seen.has(outcome)
      ? []
      : [
          {
            place: { kind: "outcome", at: String(index + 1) } as const,
            missing: ["holds"] as const,
          },
        ],
  );
}

function untestedRules(
  definition: FormDefinition,
  examples: readonly FormExample[],
  today: string,
): UntestedCondition[] {
  return conditionsOf(definition).flatMap((use) => {
    const seen = new Set(
      examples.flatMap(({ answers, today: day }) =>
        outcomesOf(definition, use, { answers, today: day ?? today }),
      ),
    );
    const missing = (["holds", "does-not-hold"] as const).filter(
      (outcome) => !seen.has(outcome),
    );
    return missing.length === 0 ? [] : [{ place: use.place, missing }];
  });
}

function outcomesOf(
  definition: FormDefinition,
  { place, rule, scope, node }: RuleUse,
  { answers, today }: { readonly answers: Answers; readonly today: string },
): ("holds" | "does-not-hold")[] {
  const around = scope ? [scope, ...ancestorsOf(scope)].reverse() : [];
  const needsElement = place.rule !== "visibleWhen" && node !== undefined;
  const placed = {
    rule: compileRule(rule),
    parents: around.map(({ element }) => element.key),
    ...(needsElement ? { visibleKey: node.element.key } : {}),
  };
  const results = ruleResults(compileForm(definition), answers, {
    placed,
    today,
  });
  // A check that cannot be said was not tested; any other rule then does not hold.
  return results
    .filter((result) => result !== undefined || place.kind !== "check")
    .map((result) => (result === true ? "holds" : "does-not-hold"));
}
