import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  findForeignCharacter,
  withCommonCharacters,
} from "./latin-characters.ts";

const list = new URL(
  "../../../../shared/data/din91379/latinchars.xml",
  import.meta.url,
);

/** The published list: characters and sequences by their group. */
function published(): { group: string; text: string }[] {
  const entries = readFileSync(list, "utf8").matchAll(
    /<(?:char|sequence) [^>]*group="(\w+)"[^>]*>\s*<cp>([\dA-F ]+)<\/cp>/g,
  );
  return [...entries].map(([, group = "", points = ""]) => ({
    group,
    text: points
      .split(" ")
      .map((point) => String.fromCodePoint(Number.parseInt(point, 16)))
      .join(""),
  }));
}

describe("characters of DIN 91379", () => {
  test(
    "are exactly those of the published list",
    { skip: !existsSync(list) },
    () => {
      const entries = published();
      assert.ok(entries.length > 900);
      // Line breaks are the business of the field; combining marks stand in the list by themselves, but only sequences use them.
      const texts = entries.filter(
        ({ group, text }) => group !== "dc" && !/[\t\n\r]/.test(text),
      );
      for (const { group, text } of texts) {
        assert.equal(findForeignCharacter(text, "text"), undefined, text);
        const isOfNames = group === "bll" || group === "bnlreq";
        assert.equal(
          findForeignCharacter(text, "name") === undefined,
          isOfNames,
          `${text} in a name`,
        );
      }
      const known = new Set(texts.map(({ text }) => text));
      for (let point = 0x20; point <= 0xffff; point += 1) {
        const text = String.fromCodePoint(point);
        assert.equal(
          findForeignCharacter(text, "text") === undefined,
          known.has(text),
          `U+${point.toString(16)}`,
        );
      }
    },
  );

  for (const [text, foreign] of [
    ["Müller", undefined],
    ["Łukasz Ünal-Ș", undefined],
    ["D’Artagnan", undefined],
    ["Nguyễn", undefined],
    ["C̨̆", undefined],
    ["王", "王"],
    ["a😀b", "😀"],
    ["bq̇", "q̇"],
    ["x̣̄y", "x̣̄"],
    ["a\u0000", "\u0000"],
    ["\uD800", "\uD800"],
    ["a\nb", "\n"],
    ["", undefined],
  ] as const)
    test(`${JSON.stringify(text)}: ${foreign === undefined ? "fine" : JSON.stringify(foreign)}`, () => {
      assert.equal(
        findForeignCharacter(text.normalize("NFC"), "text"),
        foreign,
      );
    });

  test("names of persons have no digits", () => {
    assert.equal(findForeignCharacter("Erika 2", "name"), "2");
  });

  test("what is found stands in the text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const text = withCommonCharacters(raw);
        const found = findForeignCharacter(text, "text");
        assert.ok(
          found === undefined || (found !== "" && text.includes(found)),
        );
      }),
    );
  });

  test("typography of keyboards becomes plain", () => {
    assert.equal(
      withCommonCharacters("9\u201317\u00A0Uhr\u200B, Mu\u0308ller\u00AD"),
      "9-17 Uhr, Müller",
    );
  });
});
