import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FormField } from "../domain/form-definition.ts";
import { definitionOf } from "../testing/read-sample.ts";
import {
  field3,
  group3,
  sampleSchema3,
  values3,
  type SampleField3,
} from "../testing/sample-schema-3.ts";

const other = field3({ id: "F99", label: "Anderes" });

function readAll(...structures: readonly string[]) {
  const { definition, warnings } = definitionOf(
    sampleSchema3([...structures, other].join("")),
    { lists: [] },
  );
  return {
    elements: definition.pages.flatMap(({ elements }) => elements),
    warnings: warnings.map(({ code }) => code),
  };
}

function readField(field: Partial<SampleField3>): {
  field: FormField;
  warnings: readonly string[];
} {
  const { elements, warnings } = readAll(field3({ id: "F1", ...field }));
  const [first] = elements;
  assert.ok(first?.kind === "field");
  return { field: first, warnings };
}

/** Some properties of the field; those not named here are not compared. */
const assertField = (
  sample: Partial<SampleField3>,
  expected: Readonly<Record<string, unknown>>,
) => {
  const { field, warnings } = readField(sample);
  const properties = new Map<string, unknown>(Object.entries(field));
  for (const [name, value] of Object.entries(expected))
    if (name === "warnings") assert.deepEqual(warnings, value);
    else assert.deepEqual(properties.get(name), value, name);
};

describe("a data type of 3.0.0", () => {
  const cases: readonly (readonly [
    Partial<SampleField3>,
    Readonly<Record<string, unknown>>,
  ])[] = [
    [{ type: "text_latin" }, { dataType: "text" }],
    [{ type: "time" }, { dataType: "time" }],
    [{ type: "datetime" }, { dataType: "datetime" }],
    [{ type: "bool" }, { dataType: "boolean" }],
    [
      { type: "num_int", precision: 'minValue="1" maxValue="31"' },
      { dataType: "integer", minValue: 1, maxValue: 31 },
    ],
    [
      { type: "num_currency", precision: 'minValue="0,50"' },
      { dataType: "currency", minValue: 0.5 },
    ],
    [
      {
        type: "date",
        precision: 'minValue="2026-01-01" maxValue="2026-12-31"',
      },
      { dataType: "date", minDate: "2026-01-01", maxDate: "2026-12-31" },
    ],
    [
      { type: "date", precision: 'maxValue="heute"' },
      { maxDate: undefined, warnings: ["precision-ignored"] },
    ],
    [
      { precision: 'minLength="2" maxLength="9" pattern="[a-z]*"' },
      { minLength: 2, maxLength: 9, pattern: "[a-z]*" },
    ],
    [
      { type: "num_int", precision: 'minValue="9" maxValue="1"' },
      {
        minValue: undefined,
        maxValue: undefined,
        warnings: ["precision-contradictory"],
      },
    ],
    [
      {
        type: "file",
        rest: "<x:maxSize>5000000</x:maxSize><x:mediaType>application/pdf</x:mediaType><x:mediaType>image/PNG</x:mediaType>",
      },
      {
        dataType: "file",
        maxBytes: 5_000_000,
        mediaTypes: ["application/pdf", "image/png"],
      },
    ],
    [
      {
        type: "file",
        rest: "<x:mediaType>video/mp4</x:mediaType>",
      },
      {
        mediaTypes: ["application/pdf", "image/jpeg", "image/png"],
        warnings: ["media-type-ignored"],
      },
    ],
    [
      { type: "file", rest: "<x:maxSize>viel</x:maxSize>" },
      { maxBytes: 10_000_000, warnings: ["file-size-ignored"] },
    ],
    [{ type: "obj" }, { dataType: "file", warnings: ["object-as-file"] }],
  ];
  for (const [sample, expected] of cases)
    test(`${JSON.stringify(sample)} is read as ${JSON.stringify(expected)}`, () => {
      assertField(sample, expected);
    });
});

describe("a content", () => {
  const cases: readonly (readonly [
    Partial<SampleField3>,
    string | undefined,
  ])[] = [
    [{ content: "Schwerin" }, "Schwerin"],
    [{ content: "lang", precision: 'maxLength="3"' }, undefined],
    [{ content: "Ja", type: "bool" }, "true"],
    [{ content: "0", type: "bool" }, "false"],
    [{ content: "vielleicht", type: "bool" }, undefined],
    [{ content: "1.5.2026", type: "date" }, "2026-05-01"],
    [{ content: "2026-02-30", type: "date" }, undefined],
    [{ content: "8:30 Uhr", type: "time" }, "08:30"],
    [{ content: "2026-05-01T08:30:00Z", type: "datetime" }, "2026-05-01T08:30"],
    [{ content: "007", type: "num_int" }, "7"],
    [{ content: "1,5", type: "num_int" }, undefined],
    [{ content: "12,5", type: "num_currency" }, "12.50"],
    [{ content: "40", type: "num", precision: 'maxValue="9"' }, undefined],
    [
      { content: "2", kind: "select", rest: values3(["1", "A"], ["2", "B"]) },
      "2",
    ],
    [
      { content: "b", kind: "select", rest: values3(["1", "A"], ["2", "B"]) },
      "2",
    ],
  ];
  for (const [sample, expected] of cases)
    test(`${JSON.stringify(sample)} begins with ${expected ?? "nothing, and a warning"}`, () => {
      assertField(sample, {
        initialValue: expected,
        warnings: expected === undefined ? ["content-ignored"] : [],
      });
    });
});

describe("who fills in a field", () => {
  test("a hidden or locked field has its content and cannot be changed", () => {
    for (const kind of ["hidden", "locked"] as const)
      assertField(
        { kind, content: "99", count: "1:1" },
        {
          entry: kind,
          initialValue: "99",
          cardinality: { min: 1, max: 1 },
          warnings: [],
        },
      );
  });

  test("one without content is not asked for, because nobody could type it", () => {
    for (const kind of ["hidden", "locked"] as const) {
      assertField(
        { kind, count: "1:1" },
        {
          entry: kind,
          cardinality: { min: 0, max: 1 },
          warnings: ["entry-without-value"],
        },
      );
      const { field } = readField({ kind, count: "1:1" });
      assert.equal(field.source?.details?.["struktur.anzahl"], "1:1");
    }
  });

  test("one that the account fills in is not asked of guests", () => {
    assertField(
      { kind: "locked", label: "Familienname", prefilled: "optional" },
      {
        prefill: { source: "account.family-name" },
        cardinality: { min: 0, max: 1 },
        warnings: [],
      },
    );
  });

  test("a hidden field with values is a choice that was made", () => {
    assertField(
      { kind: "hidden", content: "B", rest: values3(["1", "A"], ["2", "B"]) },
      { dataType: "select", entry: "hidden", initialValue: "2" },
    );
  });

  test("the account fills in what the schema wants filled in and the label leaves no doubt of, once", () => {
    const { elements } = readAll(
      field3({ id: "F1", label: "Familienname", prefilled: "optional" }),
      field3({ id: "F2", label: "Wohnort", prefilled: "verpflichtend" }),
      field3({ id: "F3", label: "Vorname" }),
      field3({ id: "F4", label: "Aktenzeichen", prefilled: "optional" }),
      group3(
        { id: "G1" },
        field3({ id: "F5", label: "Familienname", prefilled: "optional" }),
      ),
    );
    const fields = elements.flatMap((element) =>
      element.kind === "group" ? element.elements : [element],
    );
    assert.deepEqual(
      fields.map((field) => [
        field.key,
        field.kind === "field" ? field.prefill?.source : undefined,
        field.source?.details?.["vorbefuellung"],
      ]),
      [
        ["F1", "account.family-name", "optional"],
        ["F2", "account.town", "verpflichtend"],
        ["F3", undefined, undefined],
        ["F4", undefined, "optional"],
        ["F5", undefined, "optional"],
        ["F99", undefined, undefined],
      ],
    );
  });
});

describe("groups and values", () => {
  test("a group of the kind X is a choice", () => {
    const [choice, plain] = readAll(
      group3({ id: "G1", isChoice: true }, field3({ id: "F1" })),
      group3({ id: "G2" }, field3({ id: "F2" })),
    ).elements;
    assert.ok(choice?.kind === "group" && plain?.kind === "group");
    assert.equal(choice.choice, true);
    assert.equal(plain.choice, undefined);
  });

  test("a value keeps its help; one without code or with a code again is left out", () => {
    const value = (code: string, name: string, help = "") =>
      `<x:wert><x:code>${code}</x:code><x:name>${name}</x:name>${help === "" ? "" : `<x:hilfe>${help}</x:hilfe>`}</x:wert>`;
    assertField(
      {
        kind: "select",
        rest: `<x:werte>${value("1", "Eins", "Das Erste.")}${value("", "Ohne")}${value("1", "Noch einmal")}${value("2", "")}</x:werte>`,
      },
      {
        options: [
          { code: "1", label: "Eins", help: "Das Erste." },
          { code: "2", label: "2" },
        ],
        warnings: ["option-without-code", "option-duplicate"],
      },
    );
  });

  test("values at a field to type in are not offered, with a warning", () => {
    assertField(
      { rest: values3(["1", "A"]) },
      { dataType: "text", warnings: ["options-unused"] },
    );
  });
});

describe("the document as a whole", () => {
  const schema = sampleSchema3(other);
  const warningsOf = (xml: string) =>
    definitionOf(xml, { lists: [] }).warnings.map(({ code }) => code);

  test("every status of the list has its name; others are told", () => {
    const statusOf = (code: string) =>
      definitionOf(schema.replace("<code>5</code>", `<code>${code}</code>`), {
        lists: [],
      }).definition.provenance.status;
    assert.deepEqual(Array.from("123456789", statusOf), [
      "planned",
      "in-progress",
      "draft",
      "released-methodically",
      "released-silver",
      "released-gold",
      "inactive",
      "marked-for-deletion",
      "in-progress",
    ]);
    assert.deepEqual(
      warningsOf(schema.replace("<code>5</code>", "<code>7</code>")),
      ["schema-not-released"],
    );
    assert.deepEqual(warningsOf(schema), []);
  });

  test("test data are told", () => {
    const marked = schema.replace(
      "</x:header>",
      "<x:datenqualitaet><code>TEST</code></x:datenqualitaet></x:header>",
    );
    assert.deepEqual(warningsOf(marked), ["test-document"]);
  });
});
