import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { choice, form, group, note, page, text } from "../demo/build-form.ts";
import type { Answers } from "../domain/answers.ts";
import type { FormDefinition } from "../domain/form-definition.ts";
import { evaluateForm } from "../rules/evaluate-form.ts";
import { toCsv } from "./to-csv.ts";

const definition = form("antrag", "Antrag", {
  description: "",
  legalBasis: "",
  pages: [
    page("person", "Person", [
      note("hinweis", "Bitte lesen"),
      text("name", "Name"),
      {
        ...group("kind", "Kind", [text("vorname", "Vorname")]),
        cardinality: { min: 0, max: null },
      },
    ]),
    page("wahl", "Wahl", [
      choice("farbe", "Farbe", [
        { code: "1", label: "Rot" },
        { code: "2", label: "Blau" },
      ]),
    ]),
  ],
});

const csv = (answers: Answers, of: FormDefinition = definition) =>
  toCsv(evaluateForm(of, answers, { today: "2026-05-01" }), "de");

describe("answers as a table", () => {
  test("name each question with the headings around it and show values as people read them", () => {
    assert.equal(
      csv({
        name: ["Łucja Groß"],
        kind: [{ vorname: ["Ada"] }, { vorname: ["Bo"] }],
        farbe: ["2"],
      }),
      [
        '\uFEFF"Angabe","Antwort"',
        '"Person › Name","Łucja Groß"',
        '"Person › Kind 1 › Vorname","Ada"',
        '"Person › Kind 2 › Vorname","Bo"',
        '"Wahl › Farbe","Blau"',
        "",
      ].join("\r\n"),
    );
  });

  test("leave out what was not answered", () => {
    assert.equal(csv({}), '\uFEFF"Angabe","Antwort"\r\n');
  });

  const typed: readonly (readonly [string, string])[] = [
    ['Anna "die Große"', '"Anna ""die Große"""'],
    ["eins, zwei; drei", '"eins, zwei; drei"'],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ["+49 385 545-1111", '"+49 385 545-1111"'],
    ["-5", '"-5"'],
    ["-1+cmd|' /C calc'!A0", "\"'-1+cmd|' /C calc'!A0\""],
    ["@SUM(A1)", '"\'@SUM(A1)"'],
    ["＝1+1", '"\'＝1+1"'],
  ];
  for (const [value, expected] of typed)
    test(`write ${value} as ${expected}`, () => {
      assert.match(
        csv({ name: [value] }),
        new RegExp(`,${escape(expected)}\r\n`),
      );
    });
});

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
}

test("any answer comes back from a reader of RFC 4180, and none begins a formula", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (typed) => {
      const [, ...rows] = parse(csv({ name: [typed] }).slice(1));
      for (const [, value = ""] of rows) {
        assert.doesNotMatch(value, /^[=@\t\r]/);
        assert.ok(
          [typed, `'${typed}`].includes(value) || value.trim() === value,
        );
      }
    }),
  );
});

/** Rows and cells of a table in which every cell is quoted. */
function parse(table: string): string[][] {
  return [...table.matchAll(/"((?:[^"]|"")*)","((?:[^"]|"")*)"\r\n/g)].map(
    ([, ...cells]) => cells.map((each) => each.replaceAll('""', '"')),
  );
}
