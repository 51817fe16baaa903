import assert from "node:assert/strict";
import { test } from "node:test";
import { toLatin } from "./latin.ts";

const cases: readonly (readonly [string, string])[] = [
  ["Straße, Łódź, Ș, Ə", "Straße, Łódź, Ș, Ə"],
  ["„Zitat“ – ‚so‘ …", "\"Zitat\" - 'so' ..."],
  ["§ 5\u00A0Abs.\u202F2", "§ 5 Abs. 2"],
  ["Brief\u00ADkasten", "Briefkasten"],
  ["A → B, ≤ 5", "A -> B, <= 5"],
  ["ṩ", "s"],
  ["😀 Привет", "? ??????"],
  ["a\u0300", "à"],
  ["Zeile 1\nZeile 2", "Zeile 1\nZeile 2"],
  ["\u0007", " "],
];
for (const [text, expected] of cases)
  test(`${JSON.stringify(text)} is written as ${JSON.stringify(expected)}`, () => {
    assert.equal(toLatin(text), expected);
  });
