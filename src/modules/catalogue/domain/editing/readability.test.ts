import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readability, sentencesOf, syllablesOf } from "./readability.ts";

void describe("readability", () => {
  void it("counts syllables as they are spoken", () => {
    const words = ["Hund", "Katze", "Häuser", "Quelle", "Zulassungsbehörde"];
    assert.deepEqual(words.map(syllablesOf), [1, 2, 2, 2, 6]);
  });

  void it("ends no sentence at an abbreviation or a number of a law", () => {
    const line =
      "Legen Sie z. B. Ihren Ausweis nach § 5 Abs. 1 vor. Dann warten.";
    assert.equal(sentencesOf(line).length, 2);
  });

  void it("gives the figure of Amstad's formula", () => {
    // 10 sentences of 3 words and 5 syllables: 180 − 3 − 58.5 × 5/3 = 79.5
    const lines = Array.from({ length: 10 }, () => "Die Katze wartet.");
    assert.equal(readability(lines)?.score, 80);
  });

  void it("says nothing about a few words", () => {
    assert.equal(readability(["Die Katze wartet."]), undefined);
  });

  void it("names long sentences and long words, and finds them harder", () => {
    const long = `Die Zulassungsbehörde prüft ${"und prüft ".repeat(14)}es.`;
    const found = readability([long]);
    assert.deepEqual(found?.longSentences, [long]);
    assert.deepEqual(found.longWords, ["Zulassungsbehörde"]);
  });
});
