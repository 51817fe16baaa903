import type { FormDefinition, FormPage } from "../src/modules/forms/index.ts";

type FormElement = FormPage["elements"][number];

/** Fields of one block, as the Gewerbeanmeldung (S00000009) has them again and again: a person, an address, a question with more behind it. */
const fieldsPerBlock = 14;

/**
 * A form with this many fields, fourteen a page, after the pattern of S00000009: nested groups, optional parts, lists, dates, amounts.
 * Each page has a condition for a group, one for a requirement, a computed value and a check.
 */
export function largeForm(fields: number): FormDefinition {
  const blocks = Array.from(
    { length: Math.ceil(fields / fieldsPerBlock) },
    (_, index) => block(index + 1),
  );
  return {
    formatVersion: 1,
    key: "S99000700",
    version: "1.0",
    title: "Formular mit sehr vielen Feldern",
    provenance: { standard: "own", status: "active" },
    pages: blocks.map((group) => ({
      key: group.key,
      title: group.label,
      elements: [group],
    })),
    checks: blocks.map(({ key }) => ({
      id: `frist-${key}`,
      rule: `ende${key} == null || beginn${key} == null || ende${key} >= beginn${key}`,
      message: "Das Ende liegt vor dem Beginn.",
      elementPath: `${key}.ende${key}`,
    })),
    untranslatedRules: [],
  };
}

const once = { min: 1, max: 1 };
const maybe = { min: 0, max: 1 };

function block(number: number): Extract<FormElement, { kind: "group" }> {
  const key = `B${String(number)}`;
  return {
    kind: "group",
    key,
    label: `Betriebsstätte ${String(number)}`,
    cardinality: once,
    elements: [
      person(key),
      address(key),
      field(`vertretung${key}`, "Gibt es eine Vertretung?", {
        dataType: "boolean",
      }),
      {
        ...group(`vertreter${key}`, "Vertretung", [
          text(`vname${key}`, "Name der Vertretung"),
          text(`vgrund${key}`, "Grund", { cardinality: maybe }),
        ]),
        visibleWhen: `vertretung${key} == true`,
      },
      field(`beginn${key}`, "Beginn", {
        dataType: "date",
        maxDate: "2026-06-30",
      }),
      {
        ...field(`ende${key}`, "Ende", {
          dataType: "date",
          minDate: "2026-07-01",
          cardinality: maybe,
        }),
        requiredWhen: `vertretung${key} == true`,
      },
      field(`miete${key}`, "Miete im Monat", {
        dataType: "currency",
        minValue: 0,
      }),
      {
        ...field(`jahr${key}`, "Miete im Jahr", {
          dataType: "currency",
          cardinality: maybe,
        }),
        computed: `miete${key} * 12`,
      },
    ],
  };
}

function person(block: string): FormElement {
  return group(`person${block}`, "Person", [
    text(`familienname${block}`, "Familienname"),
    text(`vorname${block}`, "Vorname"),
    field(`rechtsform${block}`, "Rechtsform", {
      dataType: "select",
      options: Array.from({ length: 20 }, (_, index) => ({
        code: String(index + 1),
        label: `Rechtsform ${String(index + 1)}`,
      })),
    }),
  ]);
}

function address(block: string): FormElement {
  return group(`anschrift${block}`, "Anschrift", [
    text(`strasse${block}`, "Straße"),
    text(`hausnummer${block}`, "Hausnummer"),
    field(`plz${block}`, "Postleitzahl", {
      dataType: "text",
      format: "postcode",
      pattern: "[0-9]{5}",
      maxLength: 5,
    }),
    text(`ort${block}`, "Ort"),
  ]);
}

function group(key: string, label: string, elements: readonly FormElement[]) {
  return { kind: "group" as const, key, label, cardinality: once, elements };
}

function text(key: string, label: string, more: object = {}) {
  return field(key, label, {
    dataType: "text" as const,
    maxLength: 80,
    pattern: String.raw`[\p{L}\d .'\-/]*`,
    ...more,
  });
}

function field<Shape extends object>(key: string, label: string, shape: Shape) {
  return { kind: "field" as const, key, label, cardinality: once, ...shape };
}
