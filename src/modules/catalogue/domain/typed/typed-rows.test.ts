import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  placeOfInput,
  rowInput,
  rowsOfText,
  textOfRows,
} from "./typed-rows.ts";

void describe("rows of the form as one text", () => {
  void test("every character that is typed survives, and empty rows go", () => {
    const rows = [
      {
        amount: "12,50",
        "for-de": "A | B \\| C\\",
        "for-en": "",
        inAdvance: "ja",
      },
      { amount: "", "for-de": "|", "for-en": "\\", inAdvance: "" },
      { amount: "kein Betrag", "for-de": "", "for-en": "", inAdvance: "" },
    ];
    const text = textOfRows("fees", [rows[0] ?? {}, {}, ...rows.slice(1)]);
    assert.equal(text.split("\n").length, 3);
    assert.deepEqual(rowsOfText("fees", text), rows);
  });

  void test("cells that a line does not have are empty", () => {
    assert.deepEqual(rowsOfText("forms", "Antrag | https://a.example/x"), [
      { "name-de": "Antrag", url: "https://a.example/x", "name-en": "" },
    ]);
  });

  void test("the name of an input says its place", () => {
    const place = { group: "fees", index: 1, column: "for-de" } as const;
    assert.equal(rowInput(place), "fees-2-for-de");
    assert.deepEqual(placeOfInput("fees-2-for-de"), place);
    for (const name of ["fees-0-amount", "fees", "titel-1-de"])
      assert.equal(placeOfInput(name), undefined, name);
  });
});
