import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  editDistance,
  editDistanceWithin,
} from "../../../../platform/values/edit-distance.ts";
import { matchStems } from "./match-words.ts";
import { queryStemsOf, stemsOf } from "./search-words.ts";

const match = (typed: string, known: string) =>
  matchStems(stemsOf(typed)[0] ?? "", stemsOf(known)[0] ?? "");

describe("a word finds", () => {
  const found: readonly [typed: string, known: string][] = [
    ["Parkausweis", "Bewohnerparkausweis"],
    ["Bewohnerparkausweis", "Bewohnerparkausweise"],
    ["Bewonerparkausweis", "Bewohnerparkausweis"],
    ["Parkausweiß", "Bewohnerparkausweis"],
    ["Persnalausweis", "Personalausweis"],
    ["Personlausweis", "Personalausweis"],
    ["Gewrebe", "Gewerbe"],
    ["Gewerbe", "Gewerbeanmeldung"],
    ["Hundesteuer", "Hundesteuer-Anmeldung"],
    ["Hundesteueranmeldung", "Hundesteuer"],
    ["hunt", "Hund"],
    ["Hund", "Hundesteuer"],
    ["Urkunde", "Geburtsurkunde"],
    ["Geburtsukrunde", "Geburtsurkunde"],
    ["Fuehrerschein", "Führerschein"],
    ["Führerschien", "Führerschein"],
    ["Wohngelt", "Wohngeld"],
    ["kfz", "Kfz-Zulassung"],
    ["Veranstalltung", "Veranstaltung"],
    ["Steuer", "Hundesteuer"],
    ["Hundehaltung", "Hund"],
    ["anmelden", "melden"],
  ];
  for (const [typed, known] of found) {
    test(`${typed} → ${known}`, () => {
      assert.ok(match(typed, known) > 0.2, String(match(typed, known)));
    });
  }
});

describe("a word does not find", () => {
  const strangers: readonly [typed: string, known: string][] = [
    ["Rom", "Strom"],
    ["Ehe", "Nähe"],
    ["Pass", "Fluss"],
    ["Rente", "Miete"],
    ["Wohngeld", "Bewohner"],
    ["Hund", "Kind"],
    ["Mondlandung", "Land"],
    ["Lottozahlen", "Zahl"],
    ["Raumschiff", "Räume"],
  ];
  for (const [typed, known] of strangers) {
    test(`${typed} → ${known}`, () => {
      assert.equal(match(typed, known), 0);
    });
  }
});

test("the same word fits best, then its beginning, then its end, then typing errors", () => {
  const scores = [
    matchStems("ausweis", "ausweis"),
    matchStems("ausweis", "ausweisnummer"),
    matchStems("ausweis", "personalausweis"),
    matchStems("ausweiz", "personalausweis"),
  ];
  assert.deepEqual(
    scores,
    scores.toSorted((first, second) => second - first),
  );
});

test("edits are counted once: leave out, insert, replace, swap", () => {
  assert.equal(editDistance("hund", "hund", 2), 0);
  assert.equal(editDistance("hund", "hnd", 2), 1);
  assert.equal(editDistance("hund", "huund", 2), 1);
  assert.equal(editDistance("hund", "hunt", 2), 1);
  assert.equal(editDistance("hund", "hudn", 2), 1);
  assert.equal(editDistance("hund", "katze", 2), 3);
  assert.equal(editDistanceWithin("parkk", "bewohnerparkausweis"), 1);
  assert.equal(editDistanceWithin("park", "bewohnerparkausweis"), 0);
});

test("words of a question that help to find nothing are left out", () => {
  assert.deepEqual(queryStemsOf("Ich möchte meinen Hund anmelden"), [
    "hund",
    "anmeld",
  ]);
  assert.deepEqual(queryStemsOf("Antrag"), ["antrag"]);
  assert.deepEqual(queryStemsOf(" ?! "), []);
  assert.equal(queryStemsOf("a b c d e f g h i j k l").length, 8);
});
