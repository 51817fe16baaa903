import assert from "node:assert/strict";
import { test } from "node:test";
import { foldText } from "./fold-text.ts";

const examples: readonly [typed: string, folded: string][] = [
  ["Führerschein", "fuhrerschein"],
  ["Fuehrerschein", "fuhrerschein"],
  ["FUHRERSCHEIN", "fuhrerschein"],
  ["Fu\u0308hrerschein", "fuhrerschein"],
  ["Hundesteuer", "hundesteuer"],
  ["Straße", "strasse"],
  ["STRASSE", "strasse"],
  ["Groß  Godems", "gross godems"],
  ["Domsuehl", "domsuhl"],
  ["Domsühl", "domsuhl"],
  ["Neue Straße", "neue strasse"],
  ["Café, Crème!", "cafe creme"],
  ["  Kfz-Zulassung ", "kfz zulassung"],
  ["§ 45 StVO", "45 stvo"],
  ["", ""],
  ["?!", ""],
];

for (const [typed, folded] of examples) {
  test(`"${typed}" is folded to "${folded}"`, () => {
    assert.equal(foldText(typed), folded);
  });
}
