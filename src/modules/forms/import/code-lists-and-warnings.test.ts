import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  definitionOf,
  errorsOf,
  insertedField,
  replaced,
  valid,
} from "../testing/read-sample.ts";
import {
  sampleCodeList,
  struktur,
  type SampleField,
} from "../testing/sample-schema.ts";

describe("code lists", () => {
  test("a missing list is refused by name, or becomes text when asked", () => {
    assert.deepEqual(errorsOf(valid, { lists: [] }), [
      "code-list-missing@46 F2",
    ]);
    const { definition, warnings } = definitionOf(valid, {
      lists: [],
      missingCodeLists: "as-text",
    });
    assert.deepEqual(
      warnings.map(({ code, id }) => `${code} ${id}`),
      ["code-list-as-text F2"],
    );
    const colour = definition.pages[0]?.elements[1];
    assert.ok(colour?.kind === "field" && colour.dataType === "text");
  });

  const cases: readonly (readonly [
    string,
    readonly string[],
    readonly string[],
  ])[] = [
    [
      "no genericode",
      ["<x/>"],
      ["code-list-missing@46 F2", "code-list-not-genericode@1"],
    ],
    [
      "no XML",
      ["Farben"],
      ["code-list-missing@46 F2", "xml-not-well-formed@1"],
    ],
    ["no codes", [sampleCodeList([])], ["code-list-without-codes@5"]],
    [
      "a code with two names",
      [sampleCodeList(["rot", "rot"]).replace("Name rot", "Name rosa")],
      ["code-list-duplicate-code@6"],
    ],
    [
      "a row without code",
      [sampleCodeList(["rot", ""])],
      ["code-list-row-without-code@6"],
    ],
    [
      "a list twice",
      [sampleCodeList(), sampleCodeList()],
      ["code-list-duplicate@1"],
    ],
    [
      "an entity",
      [`<!DOCTYPE x>${sampleCodeList().replace(/<\?.*\?>/, "")}`],
      ["code-list-missing@46 F2", "xml-doctype-not-allowed@1"],
    ],
  ];
  for (const [name, lists, expected] of cases)
    test(`${name} is refused`, () => {
      assert.deepEqual(errorsOf(valid, { lists }), expected);
    });

  test("a code that is repeated with the same name is offered once, and it is said", () => {
    const { definition, warnings } = definitionOf(valid, {
      lists: [sampleCodeList(["rot", "blau", "rot"])],
    });
    const colour = definition.pages
      .flatMap(({ elements }) => elements)
      .find(({ key }) => key === "F2");
    assert.ok(colour && "options" in colour);
    assert.deepEqual(
      colour.options.map(({ code }) => code),
      ["rot", "blau"],
    );
    assert.deepEqual(
      warnings.map(({ code, document }) => [code, document]),
      [["code-list-repeated-code", "C0.xml"]],
    );
  });

  test("a list nobody asked for is a warning", () => {
    const { warnings } = definitionOf(valid, {
      lists: [sampleCodeList(), sampleCodeList(["x"], "urn:test:andere")],
    });
    assert.deepEqual(
      warnings.map(({ code, document }) => [code, document]),
      [["code-list-unused", "C1.xml"]],
    );
  });
});

describe("modelling faults are warnings", () => {
  const cases: readonly (readonly [string, SampleField, string, string])[] = [
    [
      "a number for an identifier",
      { id: "F9", name: "Ausweisnummer", type: "num" },
      "1:1",
      "number-for-identifier",
    ],
    [
      "a signature",
      { id: "F9", name: "Unterschrift", kind: "label" },
      "1:1",
      "signature-dropped",
    ],
    [
      "an empty note",
      { id: "F9", name: "Hinweis", kind: "label" },
      "1:1",
      "label-empty-dropped",
    ],
    [
      "several given names",
      { id: "F9", name: "Vorname" },
      "1:*",
      "given-name-repeatable",
    ],
    [
      "an object",
      { id: "F9", name: "Karte", type: "obj" },
      "1:1",
      "object-as-file",
    ],
    [
      "a precision in words",
      { id: "F9", name: "Tag", type: "num_int", precision: "1..31" },
      "1:1",
      "precision-ignored",
    ],
    [
      "a limit in words",
      {
        id: "F9",
        name: "Tag",
        type: "num_int",
        precision: '{"minValue":"eins"}',
      },
      "1:1",
      "precision-ignored",
    ],
    [
      "a pattern that is not regular",
      { id: "F9", name: "Wort", precision: '{"pattern":"(?=a)a"}' },
      "1:1",
      "pattern-ignored",
    ],
    [
      "a contradictory length",
      {
        id: "F9",
        name: "Wort",
        precision: '{"minLength":"9","maxLength":"3"}',
      },
      "1:1",
      "precision-contradictory",
    ],
    [
      "a pattern that nothing of the allowed length matches",
      {
        id: "F9",
        name: "Wort",
        precision: '{"maxLength":"3","pattern":"[a-z]{4,9}"}',
      },
      "1:1",
      "pattern-unmatchable",
    ],
    [
      "a label that fills the screen",
      { id: "F9", name: "Wort ".repeat(21).trim() },
      "1:1",
      "label-too-long",
    ],
    [
      "the same label twice",
      { id: "F9", name: "familienname" },
      "1:1",
      "label-twice",
    ],
    [
      "an element that is switched off",
      { id: "F9", name: "Wort" },
      "0:0",
      "element-switched-off",
    ],
    [
      "a content that is no value",
      { id: "F9", name: "Tag", type: "date", content: "heute" },
      "1:1",
      "content-ignored",
    ],
    [
      "an element twice",
      { id: "F1", name: "Noch einmal" },
      "1:1",
      "element-twice",
    ],
  ];
  for (const [name, field, count, code] of cases)
    test(name, () => {
      assert.deepEqual(
        definitionOf(insertedField(field, count)).warnings.map(
          (warning) => warning.code,
        ),
        [code],
      );
    });

  test("a group inside itself is named", () => {
    const [group = ""] =
      /<xdf:datenfeldgruppe>[^]*<\/xdf:datenfeldgruppe>/.exec(valid) ?? [];
    const { warnings } = definitionOf(
      replaced(
        group,
        group.replace(/(?=<\/xdf:datenfeldgruppe>)/, struktur("1:1", group)),
      ),
    );
    assert.deepEqual(
      warnings.map(({ code, id }) => `${code} ${id}`),
      ["group-in-itself G1"],
    );
  });

  test("an element that stands twice gets a key of its own", () => {
    const { definition } = definitionOf(insertedField({ id: "G1", name: "x" }));
    const keys = definition.pages.flatMap(({ elements }) =>
      elements.map(({ key }) => key),
    );
    assert.deepEqual(keys, ["F1", "F2", "G1", "G1_2"]);
  });
});
