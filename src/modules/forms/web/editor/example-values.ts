import type { Locale } from "../../../../platform/i18n/texts.ts";
import type { Answers } from "../../domain/answers.ts";
import type {
  ExampleExpectation,
  FormExample,
} from "../../domain/form-example.ts";
import type { InputField } from "../../domain/form-definition.ts";
import { isDate, readDate } from "../../field-types/date-value.ts";
import { fieldTypeOf } from "../../field-types/field-types.ts";
import { readPage } from "../../fill-in/read-page.ts";
import { validateAll } from "../../fill-in/validate.ts";
import { evaluateForm, type EvaluatedForm } from "../../rules/evaluate-form.ts";
import { listExamplePlaces } from "../../rules/example-places.ts";
import { precheckForm } from "../../rules/precheck.ts";
import {
  isVisible,
  nameOfError,
  outcomeOfExample,
  valueAt,
} from "../../rules/run-examples.ts";
import {
  describeExpectedError,
  describeOccurrence,
  describePlacedError,
} from "../../use-cases/describe-occurrence.ts";
import { outcomeKinds } from "../../use-cases/describe-rules.ts";
import type { OpenedForm } from "../../use-cases/open-form.ts";

/** Names of the inputs. Those of places end in their path. */
export const exampleFields = {
  title: "titel",
  today: "tag",
  valid: "senden",
  outcome: "ergebnis",
  sight: "sicht",
  value: "wert",
  errors: "meldung",
  areErrorsCompared: "meldungen",
  furtherError: "weitere-meldung",
  action: "tun",
} as const;

/** Name of the input for a place. */
export function placeField(name: "sight" | "value", path: string): string {
  return `${exampleFields[name]}|${path}`;
}

/** An example with what the form makes of it. */
export type TriedExample = {
  readonly example: FormExample;
  readonly evaluated: EvaluatedForm;
  /** Places whose sight is decided by a rule, or of which the example says something. */
  readonly sights: readonly {
    readonly path: string;
    readonly label: string;
    readonly isVisible: boolean;
  }[];
  /** Values that are worked out. */
  readonly values: readonly {
    readonly path: string;
    readonly label: string;
    readonly field: InputField | undefined;
    readonly found: string;
  }[];
  /** Errors that there are or shall be. */
  readonly errors: readonly {
    readonly name: string;
    readonly text: string;
    readonly isThere: boolean;
  }[];
  readonly isValid: boolean;
  /** What the questions before the form end in; empty for nothing. */
  readonly outcome: string;
};

/** Fills the form in with an example, and puts what it expects beside what comes of it. */
export function tryExample(
  { definition }: OpenedForm,
  example: FormExample,
  { today, locale }: { readonly today: string; readonly locale: Locale },
): TriedExample {
  const { today: day = today } = example;
  const when = { today: isDate(day) ? day : today };
  const evaluated = evaluateForm(definition, example.answers, when);
  const found = validateAll(evaluated);
  const label = (path: string) => describeOccurrence(definition, path);
  const names = found.map(nameOfError);
  const lacking = (example.expect.errors ?? []).filter(
    (name) => !names.includes(name),
  );
  return {
    example,
    evaluated,
    sights: sightPaths(evaluated, example.expect).map((path) => ({
      path,
      label: label(path),
      isVisible: isVisible(evaluated, path),
    })),
    values: valuesOf(evaluated, example.expect).map((each) => ({
      ...each,
      label: label(each.path),
      found: valueAt(evaluated.answers, each.path),
    })),
    errors: [
      ...found.map((error) => ({
        name: nameOfError(error),
        text: describePlacedError(definition, error, locale),
        isThere: true,
      })),
      ...lacking.map((name) => ({
        name,
        text: describeExpectedError(definition, name, locale),
        isThere: false,
      })),
    ],
    isValid: found.length === 0,
    outcome: outcomeOfExample(definition, example, when)?.kind ?? "",
  };
}

function sightPaths(
  evaluated: EvaluatedForm,
  { hidden = [], visible = [] }: ExampleExpectation,
): string[] {
  const conditional = listExamplePlaces(evaluated)
    .filter(({ isConditional }) => isConditional)
    .map(({ path }) => path);
  const named = [...hidden, ...visible].map(placeOf);
  return [...new Set([...conditional, ...named])];
}

/** All occurrences of an element are seen or not as one: `G1.0.F2.0` is about `G1.0.F2`. */
export function placeOf(path: string): string {
  const steps = path.split(".");
  return steps.length % 2 === 0 ? steps.slice(0, -1).join(".") : path;
}

function valuesOf(
  evaluated: EvaluatedForm,
  { computed = {} }: ExampleExpectation,
): { readonly path: string; readonly field: InputField | undefined }[] {
  const fields = new Map<string, InputField>(
    listExamplePlaces(evaluated).flatMap(({ path, field }) =>
      field?.computed === undefined ? [] : [[`${path}.0`, field] as const],
    ),
  );
  return [...new Set([...fields.keys(), ...Object.keys(computed)])].map(
    (path) => ({ path, field: fields.get(path) }),
  );
}

/** The example with what was typed; its answers stay. */
export function readExample(
  form: OpenedForm,
  { example, sights, values }: TriedExample,
  {
    fields,
    today,
  }: { readonly fields: URLSearchParams; readonly today: string },
): FormExample {
  const day = readDate(
    (suffix) => fields.get(`${exampleFields.today}${suffix}`) ?? "",
    { today },
  );
  const precheck = readPrecheck(form, fields, today);
  const seen = (wanted: string) =>
    sights
      .map(({ path }) => path)
      .filter((path) => fields.get(placeField("sight", path)) === wanted);
  const computed = values.flatMap(({ path, field }) => {
    const typed = (fields.get(placeField("value", path)) ?? "").trim();
    if (typed === "") return [];
    return [[path, canonical(field, typed, today)] as const];
  });
  const outcome = outcomeKinds.find(
    (kind) => kind === fields.get(exampleFields.outcome),
  );
  const valid = fields.get(exampleFields.valid);
  return {
    title: (fields.get(exampleFields.title) ?? "").trim(),
    answers: example.answers,
    ...(day === "" ? {} : { today: day }),
    ...(precheck ? { precheck } : {}),
    expect: {
      ...(seen("hidden").length > 0 ? { hidden: seen("hidden") } : {}),
      ...(seen("visible").length > 0 ? { visible: seen("visible") } : {}),
      ...readErrors(fields),
      ...(computed.length > 0
        ? { computed: Object.fromEntries(computed) }
        : {}),
      ...(valid === "ja" || valid === "nein" ? { valid: valid === "ja" } : {}),
      ...(outcome ? { outcome } : {}),
    },
  };
}

function canonical(
  field: InputField | undefined,
  typed: string,
  today: string,
): string {
  return field && field.dataType !== "file"
    ? fieldTypeOf(field).read(field, (suffix) => (suffix ? "" : typed), today)
    : typed;
}

function readErrors(
  fields: URLSearchParams,
): Pick<ExampleExpectation, "errors"> {
  const further = fields.get(exampleFields.furtherError) ?? "";
  const errors = [
    ...fields.getAll(exampleFields.errors),
    ...(further === "" ? [] : [further]),
  ];
  return errors.length > 0 || fields.has(exampleFields.areErrorsCompared)
    ? { errors: [...new Set(errors)] }
    : {};
}

/** Answers to the questions before the form; undefined where it has none, or none is answered. */
function readPrecheck(
  { definition }: OpenedForm,
  fields: URLSearchParams,
  today: string,
): Answers | undefined {
  const questions = precheckForm(definition);
  if (!questions) return undefined;
  const { answers } = readPage(questions.definition, questions.page.key, {
    fields,
    files: [],
    previous: {},
    today,
  });
  return Object.keys(answers).length > 0 ? answers : undefined;
}

/** Everything that comes of the example now is what it expects from now on. */
export function asExpected({
  example,
  sights,
  values,
  errors,
  isValid,
  outcome,
}: TriedExample): FormExample {
  const seen = (wanted: boolean) =>
    sights.filter((each) => each.isVisible === wanted).map(({ path }) => path);
  const kind = outcomeKinds.find((each) => each === outcome);
  return {
    ...example,
    expect: {
      hidden: seen(false),
      visible: seen(true),
      errors: errors.filter(({ isThere }) => isThere).map(({ name }) => name),
      computed: Object.fromEntries(
        values.map(({ path, found }) => [path, found]),
      ),
      valid: isValid,
      ...(kind ? { outcome: kind } : {}),
    },
  };
}
