import fc from "fast-check";
import {
  textFormats,
  type FormDefinition,
  type FormElement,
  type FormField,
} from "../domain/form-definition.ts";
import { arbitraryForm } from "./arbitrary-form.ts";

/** Words as people write them, words that mean something to the importer, and words made to break a writer of XML. */
const words = fc.oneof(
  fc.constantFrom(
    "Vorname",
    "E-Mail",
    "Unterschrift",
    "Anschrift",
    "",
    " zwei  Leerzeichen ",
    "„Zitat“ – 😀 …",
    "a < b & c > 'd' \"e\"",
    "Zeile 1\nZeile 2",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const rule = fc.constantFrom("true", "a0 == 'ja' && size(b0) > 1", "x<1");
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

const option = fc.record({
  code: fc.oneof(fc.constantFrom("1", "2", "x y", " z "), words),
  label: words,
  help: optional(words),
});

const typed = fc.oneof(
  fc.record({
    dataType: fc.constant("text" as const),
    minLength: optional(fc.nat(5)),
    maxLength: optional(fc.nat(500)),
    pattern: optional(fc.constantFrom("[a-z]*", "\\d{5}", "(?=x)", "\t")),
    format: optional(fc.constantFrom(...textFormats)),
    example: optional(words),
    multiline: optional(fc.constant(true)),
  }),
  fc.record({
    dataType: fc.constant("select" as const),
    options: fc.array(option, { minLength: 1, maxLength: 4 }),
    codeList: optional(
      fc.record({
        urn: fc.constantFrom("urn:test:farben", "Bestätigung (kurz)"),
        version: fc.constantFrom("1", ""),
      }),
    ),
  }),
  fc.record({
    dataType: fc.constantFrom("number", "integer", "currency"),
    minValue: optional(fc.constantFrom(-1, 0.5, 1e21)),
    maxValue: optional(fc.constantFrom(-2, 7, 1e-9)),
    unit: optional(words),
  }),
  fc.record({
    dataType: fc.constant("date" as const),
    minDate: optional(fc.constant("2026-01-01")),
    maxDate: optional(fc.constantFrom("2026-12-31", "2025-12-31")),
  }),
  fc.record({ dataType: fc.constantFrom("time", "datetime", "country") }),
  fc.record({ dataType: fc.constantFrom("consent", "label"), content: words }),
  fc.record({
    dataType: fc.constant("location" as const),
    shape: fc.constantFrom("point", "area"),
  }),
);

const filling = fc.record({
  requiredWhen: optional(rule),
  computed: optional(rule),
  entry: optional(fc.constantFrom("locked", "hidden")),
  initialValue: optional(words),
  autocomplete: optional(fc.constant("email")),
  prefill: optional(fc.constant({ source: "account.email" })),
});

const change = fc.record({
  label: words,
  help: optional(words),
  visibleWhen: optional(rule),
  group: fc.record({
    choice: optional(fc.constant(true)),
    hideLabel: optional(fc.constant(true)),
  }),
  typed: optional(typed),
  filling,
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

const whole = fc.record({
  description: optional(words),
  documents: optional(fc.array(words)),
  minutes: optional(fc.constant(5)),
  checks: optional(
    fc.constant([
      { id: "c1", rule: "a0 != b0", message: "Prüfen Sie.", elementPath: "a0" },
    ]),
  ),
  untranslatedRules: fc.array(
    fc.record({
      id: fc.constantFrom("R1", "R 2", ""),
      text: words,
      elementPath: fc.constantFrom("", "a0", "weg"),
    }),
    { maxLength: 3 },
  ),
  translations: optional(fc.constant({ a0: { en: { label: "Field" } } })),
});

/** Forms with everything the model has; always with one field to fill in. */
export const arbitraryRichForm: fc.Arbitrary<FormDefinition> = fc
  .tuple(arbitraryForm, fc.array(change, { minLength: 1, maxLength: 8 }), whole)
  .map(([form, changes, properties]) => {
    const next = { index: 0 };
    const pages = form.pages.map((page) => ({
      ...page,
      elements: page.elements.map((each) => changed(each, changes, next)),
    }));
    return defined({
      ...form,
      ...properties,
      pages: [...pages, { key: "letzte", elements: [lastField] }],
    }) as FormDefinition;
  });

const lastField: FormField = {
  kind: "field",
  key: "zuletzt",
  label: "Bemerkung",
  cardinality: { min: 0, max: 1 },
  dataType: "text",
};

function changed(
  element: FormElement,
  changes: readonly Change[],
  next: { index: number },
): FormElement {
  const { group, typed, filling, ...texts } =
    changes[next.index % changes.length] ?? {};
  next.index += 1;
  if (element.kind === "group")
    return {
      ...element,
      ...defined({ ...texts, ...group }),
      elements: element.elements.map((each) => changed(each, changes, next)),
    };
  const { kind, key, label, cardinality } = element;
  const field = typed ? { kind, key, label, cardinality } : element;
  return {
    ...field,
    ...defined({ ...texts, ...filling, ...typed }),
  } as FormElement;
}

/** Without what is undefined, at any depth. */
function defined(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
