import assert from "node:assert/strict";
import { test } from "node:test";
import { changedInputs, mergeTyped } from "./draft-merge.ts";

const texts = (given: Readonly<Record<string, string>>) =>
  new Map(Object.entries(given));

test("what only one of two editors changed is taken from each", () => {
  const before = texts({ name: "Hund", kosten: "10", dauer: "kurz" });
  const mine = texts({ name: "Hundesteuer", kosten: "10", dauer: "kurz" });
  const theirs = texts({ name: "Hund", kosten: "12", dauer: "" });
  assert.deepEqual(mergeTyped({ before, mine, theirs }), {
    typed: texts({ name: "Hundesteuer", kosten: "12", dauer: "" }),
    contested: [],
  });
});

test("where both wrote something else the own text stays and is contested", () => {
  const { typed, contested } = mergeTyped({
    before: texts({ name: "Hund", kosten: "10" }),
    mine: texts({ name: "Hundesteuer", kosten: "12" }),
    theirs: texts({ name: "Hund anmelden", kosten: "12" }),
  });
  assert.equal(typed.get("name"), "Hundesteuer");
  assert.deepEqual(contested, ["name"]);
});

test("an input that one of them does not know counts as empty", () => {
  const { typed, contested } = mergeTyped({
    before: texts({}),
    mine: texts({ neu: "" }),
    theirs: texts({ alt: "x" }),
  });
  assert.deepEqual(typed, texts({ neu: "", alt: "x" }));
  assert.deepEqual(contested, []);
  assert.deepEqual(changedInputs(texts({ neu: "" }), texts({ alt: "x" })), [
    "alt",
  ]);
});
