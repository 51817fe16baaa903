import assert from "node:assert/strict";
import { test } from "node:test";
import { flameSvg } from "./flame-svg.ts";
import { frameTree, selfTimes } from "./flame-tree.ts";

const node = (id: number, functionName: string, children: number[] = []) => ({
  id,
  callFrame: { functionName, url: "", lineNumber: -1 },
  children,
});

const profile = {
  nodes: [
    node(1, "(root)", [2, 3, 4]),
    node(2, "serve<T>", [5]),
    node(3, "(idle)"),
    node(4, "query"),
    node(5, "query"),
  ],
  // The first delta lies before the first sample; the last sample has no end.
  samples: [2, 5, 3, 4, 2],
  timeDeltas: [700, 10, 20, 500, 30],
};

test("A sample lasts until the next one, and waiting is left out", () => {
  const tree = frameTree(profile, (url) => url);
  assert.equal(tree.micros, 60);
  assert.deepEqual(
    tree.children.map(({ name, micros }) => [name, micros]),
    [
      ["serve<T>", 30],
      ["query", 30],
    ],
  );
});

test("A function called from two places counts once in the list", () => {
  assert.deepEqual(selfTimes(frameTree(profile, (url) => url)).slice(0, 2), [
    { name: "query", micros: 50 },
    { name: "serve<T>", micros: 10 },
  ]);
});

test("The picture escapes names and gives each frame its share", () => {
  const svg = flameSvg(frameTree(profile, (url) => url));
  assert.match(svg, /<title>serve&lt;T&gt;: 0\.0 ms, 50\.0 %<\/title>/u);
});
