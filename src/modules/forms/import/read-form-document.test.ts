import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import {
  definitionOf,
  errorsOf,
  insertedField,
  read,
  replaced,
  valid,
} from "../testing/read-sample.ts";
import {
  sampleField,
  sampleGroup,
  struktur,
} from "../testing/sample-schema.ts";

describe("a valid schema", () => {
  const { definition, warnings } = definitionOf(valid);

  test("becomes pages, one per group and one for fields side by side", () => {
    assert.deepEqual(
      definition.pages.map(({ key, title }) => [key, title]),
      [
        ["angaben-1", undefined],
        ["G1", "Reise"],
      ],
    );
    assert.deepEqual(
      [
        definition.key,
        definition.version,
        definition.title,
        definition.provenance.createdAt,
      ],
      ["S1", "1.0", "Testformular", "2026-01-02T03:04:05Z"],
    );
    assert.deepEqual(warnings, []);
  });

  test("keeps types, limits, counts and options", () => {
    const [name, colour] = definition.pages[0]?.elements ?? [];
    assert.deepEqual(name, {
      kind: "field",
      key: "F1",
      label: "Familienname",
      cardinality: { min: 1, max: 1 },
      source: { id: "F1", version: "1.0", status: "active" },
      dataType: "text",
      minLength: 1,
      maxLength: 50,
      format: "person-name",
      autocomplete: "family-name",
    });
    assert.ok(colour?.kind === "field" && colour.dataType === "select");
    assert.deepEqual(colour.options, [
      { code: "rot", label: "Name rot" },
      { code: "blau", label: "Name blau" },
    ]);
    assert.deepEqual(colour.codeList, { urn: "urn:test:farben", version: "1" });
    assert.deepEqual(definition.pages[1]?.elements[0]?.cardinality, {
      min: 1,
      max: null,
    });
  });
});

describe("broken schemas are refused with line and reason", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      "a missing element",
      replaced("<xdf:status><code>aktiv</code></xdf:status>", ""),
      ["element-missing@4 S1"],
    ],
    [
      "an element of no namespace",
      replaced("<xdf:bezug></xdf:bezug>", "<bezug/>"),
      ["element-missing@4 S1"],
    ],
    [
      "a doubled element",
      replaced(
        "<xdf:definition></xdf:definition>",
        "<xdf:definition></xdf:definition><xdf:definition></xdf:definition>",
      ),
      ["element-repeated@9 S1"],
    ],
    [
      "text between elements",
      replaced("<xdf:header>", "Text<xdf:header>"),
      ["text-unexpected@2"],
    ],
    [
      "an empty id",
      replaced("<xdf:id>F1</xdf:id>", "<xdf:id></xdf:id>"),
      ["id-invalid@15 S1"],
    ],
    [
      "an id with a space",
      replaced("<xdf:id>F1</xdf:id>", "<xdf:id>F 1</xdf:id>"),
      ["id-invalid@15 F 1"],
    ],
    [
      "two ids",
      replaced("<xdf:id>F1</xdf:id>", "<xdf:id>F1</xdf:id><xdf:id>F1</xdf:id>"),
      ["element-repeated@15 F1"],
    ],
    ["no id", replaced("<xdf:id>F1</xdf:id>", ""), ["element-missing@15 S1"]],
    [
      "a wrong version",
      replaced(
        "<xdf:version>1.0</xdf:version>",
        "<xdf:version>eins</xdf:version>",
      ),
      ["version-invalid@5 S1"],
    ],
    [
      "an unknown status",
      replaced("<code>aktiv</code>", "<code>active</code>"),
      ["code-unknown@11 S1"],
    ],
    [
      "a code without code",
      replaced("<xdf:status><code>aktiv</code></xdf:status>", "<xdf:status/>"),
      ["element-missing@11 S1"],
    ],
    [
      "a date that does not exist",
      replaced(
        "<xdf:status><code>aktiv</code></xdf:status>",
        "<xdf:status><code>aktiv</code></xdf:status><xdf:freigabedatum>2026-02-30</xdf:freigabedatum>",
      ),
      ["date-invalid@11 S1"],
    ],
    [
      "a wrong timestamp",
      replaced("2026-01-02T03:04:05Z", "gestern"),
      ["timestamp-invalid@3"],
    ],
    [
      "a wrong count",
      replaced("<xdf:anzahl>0:1<", "<xdf:anzahl>0-1<"),
      ["count-invalid@31 S1"],
    ],
    [
      "a count that cannot be met",
      replaced("<xdf:anzahl>0:1<", "<xdf:anzahl>2:1<"),
      ["count-contradictory@31 S1"],
    ],
    [
      "a count of thousands",
      replaced("<xdf:anzahl>1:1<", "<xdf:anzahl>999999:*<"),
      ["count-too-large@14 S1", "form-too-large@4 S1"],
    ],
    [
      "an unknown kind of field",
      insertedField({ id: "F9", name: "x", kind: "knopf" }),
      ["code-unknown@88 F9"],
    ],
    [
      "an unknown data type",
      insertedField({ id: "F9", name: "x", type: "zahl" }),
      ["code-unknown@89 F9"],
    ],
    [
      "broken JSON",
      replaced('{"minLength":"1","maxLength":"50"}', '{"minLength":1'),
      ["precision-not-json@27 F1"],
    ],
    [
      "a select without a list",
      insertedField({ id: "F9", name: "x", kind: "select" }),
      ["code-list-reference-missing@77 F9"],
    ],
    [
      "a group without content",
      replaced(
        "</xdf:stammdatenschema>",
        `${struktur("1:1", sampleGroup("G9", "Leer", ""))}</xdf:stammdatenschema>`,
      ),
      ["group-empty@77 G9"],
    ],
    [
      "a structure without content",
      replaced(
        "</xdf:stammdatenschema>",
        `${struktur("1:1", "")}</xdf:stammdatenschema>`,
      ),
      ["element-missing@77 S1"],
    ],
    [
      "two in one structure",
      replaced(
        "</xdf:stammdatenschema>",
        `${struktur("1:1", sampleField({ id: "F8", name: "x" }) + sampleGroup("G8", "y", struktur("1:1", sampleField({ id: "F9", name: "z" }))))}</xdf:stammdatenschema>`,
      ),
      ["element-unexpected@93 S1"],
    ],
    [
      "a schema without structure",
      replaced(/<xdf:struktur>[\s\S]*<\/xdf:struktur>/, ""),
      ["form-without-fields@4 S1"],
    ],
    [
      "another message",
      replaced(/stammdatenschema\.0102/g, "datenfeld.0104"),
      ["message-not-a-schema@2"],
    ],
    [
      "an unknown version",
      replaced("xdatenfelder_2", "xdatenfelder_9"),
      ["xdf-version-not-supported@2"],
    ],
    [
      "a foreign namespace",
      replaced("fim:standard:xdatenfelder_2", "other"),
      ["namespace-unknown@2"],
    ],
    [
      "XDatenfelder 1",
      replaced("xdatenfelder_2", "xdatenfelder_1"),
      ["xdf1-not-supported@2"],
    ],
    [
      "XDatenfelder 3.1",
      replaced("xdatenfelder_2", "xdatenfelder_3.1.0"),
      ["xdf-version-not-supported@2"],
    ],
    [
      "an external entity",
      replaced(
        "<xdf:xdatenfelder",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xdf:xdatenfelder',
      ),
      ["xml-doctype-not-allowed@2"],
    ],
    [
      "an entity bomb",
      `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(100)}">]><b>&b;</b>`,
      ["xml-doctype-not-allowed@1"],
    ],
    [
      "an undeclared entity",
      replaced("Testformular", "&auml;"),
      ["xml-entity-not-allowed@6"],
    ],
    ["half a document", valid.slice(0, 900), ["xml-not-well-formed@14"]],
  ];
  for (const [name, schema, expected] of cases)
    test(name, () => {
      const errors = errorsOf(schema).filter(
        (error) => !expected.includes(error),
      );
      assert.deepEqual(errors, []);
      assert.deepEqual(
        expected.filter((error) => !errorsOf(schema).includes(error)),
        [],
      );
    });

  test("a schema that is only text to read", () => {
    const schema = valid.replace(
      /<xdf:struktur>[\s\S]*<\/xdf:struktur>/,
      struktur(
        "1:1",
        sampleField({
          id: "F9",
          name: "Hinweis",
          kind: "label",
          content: "Lesen",
        }),
      ),
    );
    assert.deepEqual(errorsOf(schema), ["form-without-fields@4 S1"]);
  });

  test("all errors are told at once", () => {
    const schema = replaced("<xdf:anzahl>0:1<", "<xdf:anzahl>x<").replace(
      "<code>date</code>",
      "<code>datum</code>",
    );
    assert.deepEqual(errorsOf(schema), [
      "count-invalid@31 S1",
      "code-unknown@71 F3",
    ]);
  });
});

test("any change to a schema is imported or refused, never a crash", () => {
  const cut = fc.tuple(
    fc.nat(valid.length),
    fc.nat(40),
    fc.constantFrom(
      "",
      "<",
      ">",
      "x",
      "</xdf:name>",
      "<xdf:name>",
      '"',
      "&",
      "{",
      "0",
    ),
  );
  fc.assert(
    fc.property(cut, ([start, length, text]) => {
      const result = read(
        valid.slice(0, start) + text + valid.slice(start + length),
      );
      if (!result.ok)
        assert.ok(
          result.refusal.messages.some(({ severity }) => severity === "error"),
        );
    }),
    { numRuns: runs(100) },
  );
});
