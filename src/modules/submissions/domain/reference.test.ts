import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatReference, newReference, parseReference } from "./reference.ts";

const references = fc.integer().map((seed) => {
  let state = seed >>> 0;
  return newReference(() =>
    Uint8Array.of((state = (state * 1_664_525 + 1_013_904_223) >>> 0) >>> 24),
  );
});

describe("a reference number", () => {
  test("has eleven characters without look-alikes and vowels, shown in groups", () => {
    const reference = newReference(randomBytes);
    assert.match(reference, /^[0-9CFHJKMNPRTWXY]{11}$/u);
    assert.match(formatReference(reference), /^.{4}-.{4}-.{3}$/u);
  });

  test("uses every character about equally often", () => {
    const counts = new Map<string, number>();
    for (let round = 0; round < 2_300; round++) {
      for (const char of newReference(randomBytes).slice(0, 10))
        counts.set(char, (counts.get(char) ?? 0) + 1);
    }
    assert.equal(counts.size, 23);
    for (const count of counts.values())
      assert.ok(Math.abs(count - 1_000) < 200, String(count));
  });

  test("is understood as people write it", () => {
    fc.assert(
      fc.property(references, (reference) => {
        const spoken = formatReference(reference)
          .toLowerCase()
          .replaceAll("0", "o")
          .replaceAll("1", "l")
          .replaceAll("8", "b");
        assert.equal(
          parseReference(` ${spoken.replaceAll("-", " ")} `),
          reference,
        );
        assert.equal(parseReference(formatReference(reference)), reference);
      }),
    );
  });

  test("is refused with one wrong character or two swapped ones, wherever they are", () => {
    const place = fc.integer({ min: 0, max: 10 });
    const wrong = fc.constantFrom(...Array.from("0123456789CFHJKMNPRTWXY"));
    fc.assert(
      fc.property(
        references,
        fc.tuple(place, place),
        wrong,
        (reference, [first, second], char) => {
          const characters = Array.from(reference);
          const changed = characters.with(first, char).join("");
          assert.equal(
            parseReference(changed),
            changed === reference ? reference : undefined,
          );
          const swapped = characters
            .with(first, reference.charAt(second))
            .with(second, reference.charAt(first))
            .join("");
          assert.equal(
            parseReference(swapped),
            swapped === reference ? reference : undefined,
          );
        },
      ),
    );
  });

  test("is refused when it is something else", () => {
    for (const typed of [
      "",
      "SN-AB 123",
      "12345",
      "7K4M-29CF-X3TA",
      "ÄÖÜ4-29CF-X3T",
      "'; drop table",
    ]) {
      assert.equal(parseReference(typed), undefined);
    }
  });
});
