import assert from "node:assert/strict";
import { test } from "node:test";
import { nameSome } from "./name-some.ts";

test("a thousand portals are named by twenty and their number", () => {
  const all = Array.from({ length: 1_000 }, (_, index) => `P${String(index)}`);
  assert.equal(nameSome(all.slice(0, 2), "de"), "P0, P1");
  assert.match(nameSome(all.slice(0, 20), "en"), /P18, P19$/);
  assert.match(nameSome(all, "de"), /^P0, .*P19 und 980 weitere$/);
});
