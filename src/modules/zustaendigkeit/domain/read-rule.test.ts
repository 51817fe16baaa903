import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readDay, writeDay } from "./read-day.ts";
import { readRule, type TypedRule } from "./read-rule.ts";

const typed: TypedRule = {
  name: " Team 1 ",
  leistungSlug: "wohngeld",
  position: "2",
  places: "13076 5657\r\n\n130765660105",
  streets: "Lange Straße\nAm Markt",
  from: "a",
  to: "k",
  answer: "",
  toTenantId: "",
  officeSlug: "buergerbuero",
  teamId: "",
  destinationId: "",
  validFrom: "1.3.2027",
  validUntil: "",
};

const faultsOf = (changes: Partial<TypedRule>, isAnswerRule = true) => {
  const read = readRule({ ...typed, ...changes }, () => isAnswerRule);
  return read.ok ? [] : [...read.faults];
};

void describe("a rule as it is typed", () => {
  void test("is read with what was left out left out", () => {
    assert.deepEqual(
      readRule(typed, () => true),
      {
        ok: true,
        rule: {
          name: "Team 1",
          leistungSlug: "wohngeld",
          position: 2,
          conditions: {
            places: ["130765657", "130765660105"],
            streets: ["Lange Straße", "Am Markt"],
            letters: { from: "A", to: "K" },
          },
          target: { officeSlug: "buergerbuero" },
          validFrom: "2027-03-01",
          validUntil: undefined,
        },
      },
    );
  });

  void test("names each field that does not fit", () => {
    assert.deepEqual(faultsOf({ name: " " }), ["name"]);
    assert.deepEqual(faultsOf({ position: "0" }), ["position"]);
    assert.deepEqual(faultsOf({ places: "Grabow" }), ["places"]);
    assert.deepEqual(faultsOf({ to: "" }), ["from"]);
    assert.deepEqual(faultsOf({ from: "K", to: "A" }), ["from"]);
    assert.deepEqual(faultsOf({ answer: "1 +" }, false), ["answer"]);
    assert.deepEqual(faultsOf({ validFrom: "31.2.2027" }), ["validFrom"]);
    assert.deepEqual(faultsOf({ validUntil: "28.2.2027" }), ["validUntil"]);
    assert.deepEqual(faultsOf({ validUntil: "bald" }), ["validUntil"]);
    assert.deepEqual(faultsOf({ validUntil: "2027-03-01" }), []);
  });

  void test("leads either to another authority or to somebody within, never to both or to nobody", () => {
    const toTenantId = "0ff3f348-47bd-56cc-8f5a-e2df62764b4c";
    assert.deepEqual(faultsOf({ officeSlug: "" }), ["toTenantId"]);
    assert.deepEqual(faultsOf({ toTenantId }), ["toTenantId"]);
    assert.deepEqual(faultsOf({ toTenantId, officeSlug: "" }), []);
    assert.deepEqual(faultsOf({ teamId: "no id" }), ["toTenantId"]);
  });

  void test("days are written as they are read", () => {
    assert.equal(readDay("01.03.2027"), "2027-03-01");
    assert.equal(writeDay("2027-03-01"), "1.3.2027");
    assert.equal(readDay("2027-13-01"), undefined);
  });
});
