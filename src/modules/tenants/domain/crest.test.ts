import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contrastWithWhite, isReadableAccent } from "./accent-colour.ts";
import { isPlainCrest, shieldOf } from "./crest.ts";

const around = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56">${inside}</svg>`;

test("the shield of a new authority is plain", () => {
  assert.ok(isPlainCrest(shieldOf("#1b5e20")));
});

describe("a crest is refused", () => {
  const refused: Readonly<Record<string, string>> = {
    script: around("<script>alert(1)</script>"),
    "event attribute": around(`<path d="M0 0" onload="alert(1)"/>`),
    style: around(`<path d="M0 0" style="fill:red"/>`),
    "foreign object": around("<foreignObject></foreignObject>"),
    link: around(`<a href="https://example.org"></a>`),
    reference: around(`<path d="M0 0" fill="url(https://example.org/x)"/>`),
    text: around("hello"),
    "unquoted attribute": around("<path d=M0/>"),
    entity: around(`<path d="&#106;"/>`),
    "other size": `<svg viewBox="0 0 10 10"></svg>`,
    "markup behind it": `${around("")}<p></p>`,
    "too long": around(`<path d="${"M0 0".repeat(3000)}"/>`),
  };
  for (const [reason, svg] of Object.entries(refused)) {
    test(`with ${reason}`, () => {
      assert.ok(!isPlainCrest(svg));
    });
  }
});

test("accent colours need 4.5:1 against white", () => {
  assert.equal(Math.round(contrastWithWhite("#000000")), 21);
  assert.equal(Math.round(contrastWithWhite("#ffffff")), 1);
  assert.ok(isReadableAccent("#1b5e20"));
  assert.ok(!isReadableAccent("#ffcc00"));
  assert.ok(!isReadableAccent("red"));
});
