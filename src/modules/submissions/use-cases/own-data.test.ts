import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  fingerprintOf,
  isConfirmed,
  lockedValues,
  type OwnData,
  type OwnValue,
} from "../domain/own-data.ts";
import { confirmedAnswers, filledAnswers } from "./confirmed-answers.ts";
import { filledIn, provenanceOf } from "./provenance.ts";
import { rememberReplaced, replacedValues } from "./replaced-values.ts";

const levels = ["none", "low", "substantial", "high"] as const;

const field = (key: string): OwnValue["field"] => ({
  kind: "field",
  dataType: "text",
  key,
  label: key,
  cardinality: { min: 1, max: 1 },
});

const value = (key: string, more: Partial<OwnValue> = {}): OwnValue => ({
  path: `${key}.0`,
  field: field(key),
  source: "account.family-name",
  value: "Bestätigt",
  origin: "bundid",
  assuranceLevel: "high",
  obtainedAt: new Date("2027-03-03T08:00:00Z"),
  ...more,
});

const own = (...placed: readonly OwnValue[]): OwnData => ({
  party: "person",
  known: [],
  ofActor: [],
  placed,
  isGranted: true,
});

const said = value("tel", { origin: "self", assuranceLevel: "none" });

void describe("one's own data in a draft", () => {
  void test("is locked where somebody else has confirmed it surely, and only with consent", () => {
    const drawn = fc.record({
      origin: fc.constantFrom("self", "counter", "bundid"),
      assuranceLevel: fc.constantFrom(...levels),
    });
    fc.assert(
      fc.property(drawn, fc.boolean(), (origin, isGranted) => {
        const isSure =
          origin.origin !== "self" &&
          levels.indexOf(origin.assuranceLevel) >=
            levels.indexOf("substantial");
        assert.equal(isConfirmed(origin), isSure);
        const data = { ...own(value("name", origin)), isGranted };
        assert.equal(lockedValues(data).length, isSure && isGranted ? 1 : 0);
      }),
    );
  });

  void test("counts over anything that was stored or sent where it is locked, and nowhere else", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, tel) => {
        const sent = { name: [name], tel: [tel] };
        assert.deepEqual(confirmedAnswers(sent, own(value("name"), said)), {
          name: ["Bestätigt"],
          tel: [tel],
        });
        const refused = { ...own(value("name")), isGranted: false };
        assert.deepEqual(confirmedAnswers(sent, refused), sent);
      }),
    );
  });

  void test("is filled in where nothing was typed", () => {
    const filled = filledAnswers({ tel: ["1"] }, own(value("name"), said));
    assert.deepEqual(filled, { tel: ["1"], name: ["Bestätigt"] });
    assert.deepEqual(filledAnswers({}, own(said))["tel"], ["Bestätigt"]);
  });

  void test("tells what it replaces, also after the draft was saved with it", () => {
    const locked = [value("name")];
    const stored = { name: ["Getippt"] };
    const before = rememberReplaced(locked, { stored, before: undefined });
    const saved = { stored: { name: ["Bestätigt"] }, before };
    for (const facts of [{ stored, before: undefined }, saved])
      assert.deepEqual(
        replacedValues(locked, facts).map((each) => each.before),
        ["Getippt"],
      );
    // The account says again what the applicant had.
    const back = [value("name", { value: "Getippt" })];
    assert.deepEqual(replacedValues(back, saved), []);
  });

  void test("is said to be somebody's only while the answer is what they said", () => {
    const data = own(value("name"), said);
    const answers = {
      name: ["Bestätigt"],
      tel: ["geändert"],
      zweite: ["Bestätigt"],
    };
    const byHand = [filledIn(value("zweite")), filledIn(value("name"))];
    assert.deepEqual(
      provenanceOf(answers, data, byHand).map(({ path }) => path),
      ["name.0", "zweite.0"],
    );
    const refused = { ...data, isGranted: false };
    assert.deepEqual(provenanceOf(answers, refused, []), []);
    assert.ok(
      !JSON.stringify(provenanceOf(answers, data, byHand)).includes(
        "Bestätigt",
      ),
    );
  });

  void test("has another fingerprint when anything confirmed is another", () => {
    const prints = [
      [],
      [value("name")],
      [value("name", { value: "Anders" })],
      [value("name", { assuranceLevel: "substantial" })],
      [value("name", { origin: "counter" })],
    ].map(fingerprintOf);
    assert.equal(new Set(prints).size, prints.length);
    assert.equal(prints[0], "");
  });
});
