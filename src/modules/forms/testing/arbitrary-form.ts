import fc from "fast-check";
import type {
  FormDefinition,
  FormElement,
  InputField,
} from "../domain/form-definition.ts";

const cardinality = fc.constantFrom(
  { min: 0, max: 1 },
  { min: 1, max: 1 },
  { min: 0, max: null },
  { min: 1, max: 3 },
  { min: 2, max: 2 },
);

const field: fc.Arbitrary<InputField> = fc
  .tuple(
    cardinality,
    fc.constantFrom(
      "text",
      "date",
      "birthday",
      "last century",
      "datetime",
      "number",
      "integer",
      "currency",
      "boolean",
      "select",
      "file",
    ),
  )
  .map(([count, dataType]): InputField => {
    const base = {
      kind: "field",
      key: "x",
      label: "Feld",
      cardinality: count,
    } as const;
    switch (dataType) {
      case "text":
        return { ...base, dataType, maxLength: 20, pattern: "[\\p{L} ]*" };
      case "select":
        return {
          ...base,
          dataType,
          options: ["1", "2"].map((code) => ({
            code,
            label: `Antwort ${code}`,
          })),
        };
      case "file":
        return {
          ...base,
          dataType,
          maxBytes: 1000,
          mediaTypes: ["image/png"] as const,
        };
      case "number":
      case "integer":
      case "currency":
        return { ...base, dataType, maxValue: 1000 };
      case "birthday":
        return { ...base, dataType: "date", label: "Geburtsdatum" };
      case "last century":
        return { ...base, dataType: "date", maxDate: "1999-12-31" };
      default:
        return { ...base, dataType };
    }
  });

const { element } = fc.letrec<{ element: FormElement }>((tie) => ({
  element: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    field,
    fc
      .tuple(
        cardinality,
        fc.array(tie("element"), { minLength: 1, maxLength: 3 }),
      )
      .map(([count, elements]) => ({
        kind: "group" as const,
        key: "x",
        label: "Gruppe",
        cardinality: count,
        elements: withKeys("e", elements),
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
    "8:30",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
);

/** Names as the form has them, and names made to break a reader. */
const inputName = fc.oneof(
  fc
    .array(
      fc.tuple(
        fc.constantFrom("a0", "a1", "b0", "e0", "e1"),
        fc.constantFrom(
          "0",
          "1",
          "2",
          "0-day",
          "0-month",
          "0-year",
          "0-time",
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
  }));
}
