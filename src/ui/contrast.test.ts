import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { contrastRatio, minimumContrast, readableAccent } from "./contrast.ts";

const colours = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("contrastRatio", () => {
  // The greys around the limit of WCAG AA are well known.
  const examples = [
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
    ["#ffffff", "#ffffff", 1],
  ] as const;
  for (const [first, second, expected] of examples) {
    test(`${first} on ${second} is ${String(expected)}`, () => {
      assert.ok(Math.abs(contrastRatio(first, second) - expected) < 0.01);
    });
  }

  test("does not depend on the order", () => {
    fc.assert(
      fc.property(colours, colours, (first, second) => {
        assert.equal(
          contrastRatio(first, second),
          contrastRatio(second, first),
        );
      }),
    );
  });

  test("refuses what is not a colour", () => {
    assert.throws(() => contrastRatio("red", "#ffffff"), TypeError);
    assert.throws(() => contrastRatio("#fff;}", "#ffffff"), TypeError);
  });
});

describe("readableAccent", () => {
  test("leaves a readable colour as it is", () => {
    assert.equal(readableAccent("#004e8a", "light").accent, "#004e8a");
    assert.equal(readableAccent("#9fc4ff", "dark").accent, "#9fc4ff");
  });

  test("darkens a yellow for the light theme and keeps its character", () => {
    const { accent, onAccent } = readableAccent("#ffd500", "light");
    assert.match(accent, /^#[5-8][0-9a-f][4-7][0-9a-f]00$/);
    assert.equal(onAccent, "#ffffff");
  });

  test("is readable on the page and under its own text, for any colour and theme", () => {
    fc.assert(
      fc.property(
        colours,
        fc.constantFrom("light" as const, "dark" as const),
        (colour, theme) => {
          const { accent, onAccent } = readableAccent(colour, theme);
          const page = theme === "light" ? "#ffffff" : "#131525";
          assert.ok(contrastRatio(accent, page) >= minimumContrast);
          assert.ok(contrastRatio(accent, onAccent) >= minimumContrast);
        },
      ),
    );
  });
});
