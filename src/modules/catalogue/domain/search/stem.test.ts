import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { stemOf } from "./stem.ts";
import { foldText } from "../../../../platform/values/fold-text.ts";

const families: readonly (readonly string[])[] = [
  ["Anmeldung", "anmelden", "Anmeldungen", "anmelde"],
  ["Hund", "Hunde", "Hunden", "Hundes"],
  ["Parkplatz", "Parkplätze", "Parkplaetzen"],
  ["Pass", "Pässe", "Pässen", "Passes"],
  ["Zulassung", "zulassen", "Zulassungen"],
  ["Wohnung", "wohnen", "Wohnungen"],
  ["Bau", "bauen"],
  ["Ausweis", "Ausweise", "Ausweises"],
  ["Urkunde", "Urkunden"],
  ["Führerschein", "Führerscheine", "Fuehrerscheins"],
  ["Steuer", "Steuern"],
  ["Veranstaltung", "veranstalten", "Veranstaltungen"],
  ["Auto", "Autos"],
  ["Straße", "Straßen", "Strasse"],
];

describe("words of a family have the same stem", () => {
  for (const family of families) {
    test(family.join(", "), () => {
      const stems = new Set(family.map((word) => stemOf(foldText(word))));
      assert.equal(stems.size, 1, [...stems].join(" ≠ "));
    });
  }
});

test("short words stay whole", () => {
  for (const word of ["kfz", "rat", "ehe", "amt", "hund", "pass"]) {
    assert.equal(stemOf(word), word);
  }
});
