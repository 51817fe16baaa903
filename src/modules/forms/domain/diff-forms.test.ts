import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { arbitraryForm } from "../testing/arbitrary-form.ts";
import { diffForms } from "./diff-forms.ts";
import type {
  FormDefinition,
  FormElement,
  FormGroup,
  SelectField,
  TextField,
} from "./form-definition.ts";

const one = { min: 1, max: 1 } as const;

function text(key: string, extras: Partial<TextField> = {}): TextField {
  return {
    kind: "field",
    key,
    label: `Feld ${key}`,
    cardinality: one,
    dataType: "text",
    ...extras,
  };
}

function group(key: string, ...elements: FormElement[]): FormGroup {
  return {
    kind: "group",
    key,
    label: `Gruppe ${key}`,
    cardinality: one,
    elements,
  };
}

function select(
  ...options: readonly (readonly [string, string])[]
): SelectField {
  return {
    kind: "field",
    key: "s",
    label: "Farbe",
    cardinality: one,
    dataType: "select",
    options: options.map(([code, label]) => ({ code, label })),
  };
}

function form(...elements: FormElement[]): FormDefinition {
  return {
    formatVersion: 1,
    key: "S1",
    version: "1.0",
    title: "Formular",
    provenance: { standard: "own", status: "active" },
    pages: [{ key: "p", elements }],
    untranslatedRules: [],
  };
}

describe("the difference between two versions", () => {
  const cases: readonly (readonly [
    string,
    FormDefinition,
    FormDefinition,
    readonly unknown[],
  ])[] = [
    [
      "a field that was added, with the group it came in",
      form(text("a")),
      form(text("a"), group("g", text("b"))),
      [
        { kind: "added", path: "g", labels: ["Gruppe g"], element: "group" },
        {
          kind: "added",
          path: "g.b",
          labels: ["Gruppe g", "Feld b"],
          element: "field",
        },
      ],
    ],
    [
      "a field that was removed from a group",
      form(group("g", text("a"), text("b"))),
      form(group("g", text("a"))),
      [
        {
          kind: "removed",
          path: "g.b",
          labels: ["Gruppe g", "Feld b"],
          element: "field",
        },
      ],
    ],
    [
      "a field that moved into a group",
      form(text("a"), group("g", text("b"))),
      form(group("g", text("b"), text("a"))),
      [
        {
          kind: "moved",
          path: "g.a",
          labels: ["Gruppe g", "Feld a"],
          from: "a",
        },
      ],
    ],
    [
      "a group that moved takes its fields along; only what is new in it is named",
      form(text("a"), group("g", text("b"))),
      form(text("a"), group("h", group("g", text("b"), text("c")))),
      [
        { kind: "added", path: "h", labels: ["Gruppe h"], element: "group" },
        {
          kind: "moved",
          path: "h.g",
          labels: ["Gruppe h", "Gruppe g"],
          from: "g",
        },
        {
          kind: "added",
          path: "h.g.c",
          labels: ["Gruppe h", "Gruppe g", "Feld c"],
          element: "field",
        },
      ],
    ],
    [
      "the one that changed its place among many",
      form(text("a"), text("b"), text("c"), text("d")),
      form(text("d"), text("a"), text("b"), text("c")),
      [{ kind: "moved", path: "d", labels: ["Feld d"], from: "d" }],
    ],
    [
      "type, label, help and count",
      form(text("a", { help: "Alt" })),
      form({
        kind: "field",
        key: "a",
        label: "Datum",
        cardinality: { min: 0, max: null },
        dataType: "date",
      }),
      [
        {
          kind: "type",
          path: "a",
          labels: ["Datum"],
          before: "text",
          after: "date",
        },
        {
          kind: "label",
          path: "a",
          labels: ["Datum"],
          before: "Feld a",
          after: "Datum",
        },
        { kind: "help", path: "a", labels: ["Datum"], before: "Alt" },
        {
          kind: "cardinality",
          path: "a",
          labels: ["Datum"],
          before: one,
          after: { min: 0, max: null },
        },
      ],
    ],
    [
      "limits and conditions",
      form(text("a", { maxLength: 10 })),
      form(text("a", { maxLength: 20, pattern: "[a-z]*", visibleWhen: "b" })),
      [
        {
          kind: "constraint",
          name: "maxLength",
          path: "a",
          labels: ["Feld a"],
          before: "10",
          after: "20",
        },
        {
          kind: "constraint",
          name: "pattern",
          path: "a",
          labels: ["Feld a"],
          after: "[a-z]*",
        },
        {
          kind: "behaviour",
          name: "visibleWhen",
          path: "a",
          labels: ["Feld a"],
          after: "b",
        },
      ],
    ],
    [
      "options",
      form(select(["1", "Rot"], ["2", "Blau"])),
      form(select(["2", "Hellblau"], ["3", "Grün"])),
      [
        {
          kind: "option-removed",
          path: "s",
          labels: ["Farbe"],
          code: "1",
          option: "Rot",
        },
        {
          kind: "option-renamed",
          path: "s",
          labels: ["Farbe"],
          code: "2",
          before: "Blau",
          after: "Hellblau",
        },
        {
          kind: "option-added",
          path: "s",
          labels: ["Farbe"],
          code: "3",
          option: "Grün",
        },
      ],
    ],
    [
      "rules and checks",
      {
        ...form(text("a")),
        untranslatedRules: [
          { id: "R1", text: "alt", elementPath: "" },
          { id: "R2", text: "weg", elementPath: "a" },
        ],
      },
      {
        ...form(text("a")),
        untranslatedRules: [{ id: "R1", text: "neu", elementPath: "" }],
        checks: [
          { id: "c", rule: "a != ''", message: "Fehlt.", elementPath: "a" },
        ],
      },
      [
        {
          kind: "rule-changed",
          ruleId: "R1",
          path: "",
          before: "alt",
          after: "neu",
        },
        {
          kind: "rule-added",
          ruleId: "c",
          path: "a",
          after: "Fehlt. (a != '')",
        },
        { kind: "rule-removed", ruleId: "R2", path: "a", before: "weg" },
      ],
    ],
    [
      "a rule that is applied now is no other rule",
      {
        ...form(text("a")),
        untranslatedRules: [{ id: "R1", text: "Regel", elementPath: "" }],
      },
      {
        ...form(text("a")),
        translatedRules: [{ id: "R1", text: "Regel", elementPath: "" }],
      },
      [],
    ],
  ];
  for (const [name, before, after, expected] of cases)
    test(name, () => {
      assert.deepEqual(diffForms(before, after), expected);
    });
});

test("any form is the same as itself", () => {
  fc.assert(
    fc.property(arbitraryForm, (definition) => {
      assert.deepEqual(diffForms(definition, definition), []);
    }),
  );
});

test("whatever was not added was there before, in any two forms", () => {
  const count = (elements: readonly FormElement[]): number =>
    elements.reduce(
      (sum, element) =>
        sum + 1 + (element.kind === "group" ? count(element.elements) : 0),
      0,
    );
  const sizeOf = ({ pages }: FormDefinition) =>
    count(pages.flatMap(({ elements }) => elements));
  fc.assert(
    fc.property(arbitraryForm, arbitraryForm, (before, after) => {
      const changes = diffForms(before, after);
      const number = (kind: string) =>
        changes.filter((change) => change.kind === kind).length;
      assert.equal(
        sizeOf(after) - number("added"),
        sizeOf(before) - number("removed"),
      );
    }),
  );
});
