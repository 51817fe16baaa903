import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addressesIn, piecesOf } from "./web-addresses.ts";

for (const [text, found] of [
  ["Mehr unter https://stadt.example/bad.", ["https://stadt.example/bad"]],
  ["(siehe https://stadt.example/a?b=1)", ["https://stadt.example/a?b=1"]],
  [
    "HTTP://stadt.example, https://b.example!",
    ["HTTP://stadt.example", "https://b.example"],
  ],
  ["„https://stadt.example/x“", ["https://stadt.example/x"]],
  ["https://stadt.example https://stadt.example", ["https://stadt.example"]],
  ["javascript:alert(1) mailto:a@b.example stadt.example", []],
  ["https:// und http://[ gehen nicht", []],
] as const)
  test(`${text} has ${String(found.length)} addresses`, () => {
    assert.deepEqual(addressesIn(text), found);
  });

test("the pieces of a text are the text", () => {
  const word = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constantFrom(" ", "https://", ")."),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join("");
      const pieces = piecesOf(text);
      assert.equal(pieces.map((piece) => piece.text).join(""), text);
      for (const piece of pieces)
        if (piece.kind === "address") assert.match(piece.text, /^https?:\/\//i);
    }),
  );
});
