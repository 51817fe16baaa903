import fc from "fast-check";
import {
  textFormats,
  type FormDefinition,
  type FormElement,
  type InputField,
} from "../domain/form-definition.ts";
import type { PlainField } from "../field-types/field-type.ts";

const cardinality = fc.constantFrom(
  { min: 0, max: 1 },
  { min: 1, max: 1 },
  { min: 0, max: null },
  { min: 1, max: 3 },
  { min: 2, max: 2 },
);

/** So long that it is a list to filter, not boxes. */
const longList = Array.from({ length: 25 }, (_, index) => ({
  code: String(index + 1),
  label: `Antwort ${String(index + 1)}`,
}));

type Shape = PlainField<InputField> & { readonly label?: string };

const options = ["1", "2"].map((code) => ({
  code,
  label: `Antwort ${code}`,
}));

const shapes: readonly Shape[] = [
  { dataType: "text", maxLength: 20, pattern: "[\\p{L} ]*" },
  ...textFormats.map((format) => ({ dataType: "text" as const, format })),
  { dataType: "date" },
  { dataType: "date", label: "Geburtsdatum" },
  { dataType: "date", maxDate: "1999-12-31" },
  { dataType: "time" },
  { dataType: "datetime" },
  { dataType: "number", maxValue: 1000 },
  { dataType: "integer", maxValue: 1000 },
  { dataType: "currency", maxValue: 1000 },
  { dataType: "boolean" },
  { dataType: "select", options },
  { dataType: "select", options: longList },
  { dataType: "country" },
  { dataType: "consent", content: "Ich stimme zu." },
  { dataType: "location", shape: "point" },
  { dataType: "location", shape: "area" },
  { dataType: "file", maxBytes: 1000, mediaTypes: ["image/png"] },
  { dataType: "file", maxBytes: 1000, mediaTypes: ["image/jpeg"] },
];

/** A field of any type and format. */
const field: fc.Arbitrary<InputField> = fc
  .tuple(cardinality, fc.constantFrom(...shapes))
  .map(([count, shape]) => ({
    kind: "field",
    key: "x",
    label: "Feld",
    cardinality: count,
    ...shape,
  }));

const { element } = fc.letrec<{ element: FormElement }>((tie) => ({
  element: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    field,
    fc
      .tuple(
        cardinality,
        fc.array(tie("element"), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(false, false, true),
      )
      .map(([count, elements, isChoice]) => ({
        kind: "group" as const,
        key: "x",
        label: "Gruppe",
        cardinality: count,
        elements: withKeys("e", elements),
        ...(isChoice ? { choice: true as const } : {}),
      })),
  ),
}));

/** Any form with two pages of fields and nested groups. */
export const arbitraryForm: fc.Arbitrary<FormDefinition> = fc
  .tuple(
    fc.array(element, { minLength: 1, maxLength: 4 }),
    fc.array(element, { minLength: 1, maxLength: 4 }),
  )
  .map(([first, second]) => ({
    formatVersion: 1,
    key: "F",
    version: "1.0",
    title: "Formular",
    provenance: { standard: "own", status: "active" },
    pages: [
      { key: "eins", elements: withKeys("a", first) },
      { key: "zwei", title: "Zwei", elements: withKeys("b", second) },
    ],
    untranslatedRules: [],
  }));

const typed = fc.oneof(
  fc.constantFrom(
    "",
    "Müller",
    "1.234,5",
    "12",
    "31",
    "2026",
    "true",
    "1",
    "2",
    "nein",
    "26",
    "01.05.26",
    "1.5.45",
    "31.12.2026 8:30",
    "1.5.26, 8 Uhr 30",
    "DE89 3704 0044 0532 0130 00",
    "sn ab 123",
    "86 095 742 719",
    "Deutschland",
    "ada@example.org",
    "e0",
    "8:30",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);

/** Names as the form has them, and names made to break a reader. */
const inputName = fc.oneof(
  fc
    .array(
      fc.tuple(
        fc.constantFrom("a0", "a1", "b0", "e0", "e1", "_choice"),
        fc.constantFrom(
          "0",
          "1",
          "2",
          "0-day",
          "0-month",
          "0-year",
          "0-time",
          "0-words",
          "0-coordinates",
          "99",
          "9999",
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((levels) => levels.flat().join(".")),
  fc.constantFrom(
    "__proto__.0",
    "constructor.0.prototype",
    "a0.0.__proto__",
    "....",
    "",
    "a0.-1",
    "a0.1e3",
    "a".repeat(500),
  ),
  fc.string({ maxLength: 12 }),
);

/** What a browser, or somebody who is not one, may send. */
export const arbitraryFields: fc.Arbitrary<URLSearchParams> = fc
  .array(fc.tuple(inputName, typed), { maxLength: 20 })
  .map((entries) => new URLSearchParams(entries));

function withKeys(
  prefix: string,
  elements: readonly FormElement[],
): FormElement[] {
  return elements.map((each, index) => ({
    ...each,
    key: `${prefix}${String(index)}`,
    // Alternatives are told apart by their labels.
    label: `${each.label} ${String(index + 1)}`,
  }));
}
