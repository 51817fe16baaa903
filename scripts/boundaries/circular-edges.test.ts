import assert from "node:assert/strict";
import { test } from "node:test";
import { circularEdges } from "./circular-edges.ts";

test("an edge is circular when its ends reach each other, however far round", () => {
  const imports = new Map([
    ["a", ["b", "e"]],
    ["b", ["c"]],
    ["c", ["d", "b"]],
    ["d", ["a", "f"]],
    ["e", ["f"]],
    ["f", ["g", "unlisted"]],
    ["g", ["g"]],
  ]);
  assert.deepEqual(
    circularEdges(imports).map(({ from, to }) => from + to),
    ["ab", "bc", "cd", "cb", "da", "gg"],
  );
});

test("a graph without cycles has no circular edge, also where ways meet again", () => {
  const imports = new Map([
    ["a", ["b", "c"]],
    ["b", ["d"]],
    ["c", ["d", "b"]],
    ["d", []],
  ]);
  assert.deepEqual(circularEdges(imports), []);
});
