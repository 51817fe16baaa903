import assert from "node:assert/strict";
import { test } from "node:test";
import { defineTexts, fillText } from "./texts.ts";

const texts = defineTexts(
  { most: "Höchstens {max} Zeichen" },
  { most: "At most {max} characters" },
);

void test("numbers in texts are grouped as people of the language write them", () => {
  assert.equal(
    texts("de")("most", { max: 10_000 }),
    "Höchstens 10.000 Zeichen",
  );
  assert.equal(
    texts("en")("most", { max: 10_000 }),
    "At most 10,000 characters",
  );
  assert.equal(texts("de")("most", { max: 4_000 }), "Höchstens 4.000 Zeichen");
  assert.equal(texts("de")("most", { max: 200 }), "Höchstens 200 Zeichen");
  assert.equal(texts("de")("most", { max: 2.5 }), "Höchstens 2,5 Zeichen");
});

void test("what is a string stays as it is, and so does a number in words of no known language", () => {
  assert.equal(texts("de")("most", { max: "2027" }), "Höchstens 2027 Zeichen");
  assert.equal(fillText("{max} {other}", { max: 4000 }), "4000 {other}");
});
