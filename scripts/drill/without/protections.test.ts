import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { changeSource, placeOf, protections } from "./protections.ts";

void describe("what controls take away", () => {
  for (const [name, changes] of Object.entries(protections))
    void test(`${name}: is still there`, () => {
      for (const change of changes) {
        const source = readFileSync(placeOf(change), "utf8");
        assert.ok(changeSource(source, change).includes(change.instead));
        assert.throws(() => changeSource("", change), /not once/);
      }
    });
});
