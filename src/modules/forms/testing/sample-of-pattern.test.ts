import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { compilePattern } from "../domain/pattern.ts";
import { sampleOfPattern } from "./sample-of-pattern.ts";

const patterns: readonly (readonly [string, number, number])[] = [
  ["[\\p{L} ]*", 3, 20],
  ["([0]{1}[1-9]{1}|[1-9]{1}[0-9]{1})[0-9]{3}", 5, 5],
  ["[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{1,63}", 6, 254],
  ["[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?[1-9][0-9]{0,3}[EH]?", 5, 12],
  ["(ab)*", 4, 8],
];

void describe("sampleOfPattern", () => {
  void test("gives texts the pattern takes, within the limits", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        fc.infiniteStream(fc.nat({ max: 1_000_000 })),
        ([pattern, minLength, maxLength], numbers) => {
          const choose = (below: number) =>
            Number(numbers.next().value) % below;
          const text = sampleOfPattern(
            pattern,
            { minLength, maxLength },
            choose,
          );
          const compiled = compilePattern(pattern);
          assert.ok(text !== undefined && compiled.ok);
          assert.ok(compiled.value.matches(text), `${pattern}: ${text}`);
          assert.ok(text.length >= minLength && text.length <= maxLength);
        },
      ),
    );
  });

  void test("gives nothing where nothing fits", () => {
    assert.equal(
      sampleOfPattern("[0-9]{5}", { minLength: 6, maxLength: 9 }, () => 0),
      undefined,
    );
  });
});
