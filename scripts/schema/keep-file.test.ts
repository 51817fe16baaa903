import assert from "node:assert/strict";
import { test } from "node:test";
import { describeDifference } from "./keep-file.ts";

test("a difference shows what is missing and what is too many, with two lines around", () => {
  const found = ["a", "b", "c", "old", "d", "e", "f"];
  const expected = ["a", "b", "c", "new", "d", "e", "f"];
  const lines = describeDifference(found, expected).split("\n");
  assert.deepEqual(lines.toSorted(), [
    "  b",
    "  c",
    "  d",
    "  e",
    "+ new",
    "- old",
  ]);
});

test("equal files have no difference", () => {
  assert.equal(describeDifference(["a"], ["a"]), "");
});
