import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  overlayJsonSchema,
  parseOverlay,
  readOverlay,
} from "./overlay-schema.ts";

const empty = {
  formatVersion: 1,
  formKey: "hundesteuer",
  basedOn: { version: "1.0" },
};

test("the JSON Schema in the folder is the one in the code: node scripts/write-form-schema.ts", () => {
  const path = new URL("overlay.schema.json", import.meta.url);
  assert.deepEqual(
    JSON.parse(readFileSync(path, "utf8")),
    JSON.parse(overlayJsonSchema()),
  );
});

test("an overlay without a word is one", () => {
  assert.deepEqual(parseOverlay(empty), empty);
  assert.throws(() => parseOverlay({ ...empty, formatVersion: 2 }));
});

test("a type is the part of a field that its place does not decide", () => {
  const withType = (type: unknown) =>
    readOverlay({ ...empty, elements: { "hund.chip": { type } } });
  assert.equal(withType({ dataType: "text", maxLength: 15 }).ok, true);
  assert.equal(withType(null).ok, true);
  for (const [type, place] of [
    [{ dataType: "text", label: "Chip" }, "label"],
    [{ dataType: "text", maxLength: -1 }, "maxLength"],
    [{ dataType: "wort" }, "dataType"],
    [{ dataType: "select" }, "options"],
  ] as const) {
    const read = withType(type);
    assert.ok(!read.ok);
    assert.deepEqual(
      read.faults.map((fault) => fault.place),
      [`elements.hund.chip.type.${place}`],
    );
  }
});

test("what is wrong is named by its place", () => {
  const read = readOverlay({
    ...empty,
    titel: "Hund",
    minutes: "10",
    checks: { c: { rule: "", message: "Nein", elementPath: "hund" } },
  });
  assert.ok(!read.ok);
  assert.deepEqual(read.faults.map(({ place, code }) => [place, code]).sort(), [
    ["checks.c.rule", "too_small"],
    ["minutes", "invalid_type"],
    ["titel", "unrecognized_keys"],
  ]);
  for (const value of [null, 1, "x", []])
    assert.equal(readOverlay(value).ok, false);
});
