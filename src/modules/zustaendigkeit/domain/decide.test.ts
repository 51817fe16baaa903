import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decide, firstLetter, plainStreet, type CaseFacts } from "./decide.ts";
import type { ZustaendigkeitRule } from "./rule.ts";

const today = "2027-03-01";

function ruleOf(
  name: string,
  rest: Partial<ZustaendigkeitRule> = {},
): ZustaendigkeitRule {
  return {
    id: name,
    leistungSlug: "wohngeld",
    position: 1,
    name,
    conditions: {},
    target: { officeSlug: name },
    validFrom: "2020-01-01",
    validUntil: undefined,
    ...rest,
  };
}

function nameOfDecided(
  rules: readonly ZustaendigkeitRule[],
  facts: CaseFacts,
): string {
  const decision = decide(rules, facts, today);
  return decision.kind === "decided" ? decision.rule.name : decision.kind;
}

void describe("rules about who receives an application", () => {
  void test("the first that holds counts, those of the Leistung before those of all", () => {
    const all = ruleOf("all", { leistungSlug: "*" });
    const second = ruleOf("second", { position: 2 });
    const first = ruleOf("first");
    assert.equal(nameOfDecided([all, second, first], {}), "first");
    assert.equal(nameOfDecided([all], {}), "all");
    assert.equal(nameOfDecided([], {}), "no-rule");
  });

  void test("only those count that are valid on the day, the last day too", () => {
    const over = ruleOf("over", { validUntil: "2027-02-28" });
    const today = ruleOf("today", { position: 2, validUntil: "2027-03-01" });
    const later = ruleOf("later", { validFrom: "2027-03-02" });
    assert.equal(nameOfDecided([later, over, today], {}), "today");
  });

  void test("letters divide names between teams, whatever stands before the name", () => {
    const team1 = ruleOf("team1", {
      conditions: { letters: { from: "A", to: "K" } },
    });
    const team2 = ruleOf("team2", {
      position: 2,
      conditions: { letters: { from: "L", to: "Z" } },
    });
    const teamOf = (familyName: string) =>
      nameOfDecided([team1, team2], { familyName });
    for (const name of ["Arndt", "Äpfel", "Kruse", "von Arnim", "d’Arcy"])
      assert.equal(teamOf(name), "team1", name);
    for (const name of ["Lange", "Özdemir", "van der Velde", "zzz"])
      assert.equal(teamOf(name), "team2", name);
  });

  void test("files a name of small words by its last, and one without letters nowhere", () => {
    assert.equal(firstLetter("von"), "V");
    assert.equal(firstLetter("Von Arnim"), "V");
    assert.equal(firstLetter("  "), undefined);
    assert.equal(firstLetter("42"), undefined);
  });

  void test("streets are found however they are written", () => {
    const centre = ruleOf("centre", {
      conditions: { streets: ["Lange Straße", "Am Markt"] },
    });
    for (const street of ["Lange Str.", "lange strasse", "AM MARKT"])
      assert.equal(nameOfDecided([centre], { street }), "centre", street);
    assert.equal(nameOfDecided([centre], { street: "Marktweg" }), "no-rule");
    assert.equal(plainStreet("Strandweg"), plainStreet("strandweg"));
    assert.notEqual(plainStreet("Strandweg"), plainStreet("Straßendweg"));
  });

  void test("a place counts by how its Regionalschlüssel begins", () => {
    const amt = ruleOf("amt", { conditions: { places: ["130765657"] } });
    assert.equal(nameOfDecided([amt], { ars: "130765657003" }), "amt");
    assert.equal(nameOfDecided([amt], { ars: "130765660105" }), "no-rule");
  });

  void test("an answer decides once it is there", () => {
    const road = ruleOf("road", { conditions: { answer: "strasse" } });
    assert.equal(nameOfDecided([road], { holds: () => true }), "road");
    assert.equal(nameOfDecided([road], { holds: () => false }), "no-rule");
  });

  void test("says what is missing, and who it is otherwise", () => {
    const letters = ruleOf("letters", {
      conditions: { letters: { from: "A", to: "K" }, places: ["13"] },
    });
    const rest = ruleOf("rest", { position: 2 });
    assert.deepEqual(decide([letters, rest], {}, today), {
      kind: "open",
      needs: ["place", "name"],
      likely: rest,
    });
    assert.equal(nameOfDecided([letters, rest], { ars: "14" }), "rest");
  });
});
