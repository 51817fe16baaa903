import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  addDays,
  dayOf,
  startOfDay,
} from "../../../platform/calendar/calendar-day.ts";
import { runs } from "../../../platform/testing/thorough.ts";
import { rangeOf, stretchAt, stretchesFrom } from "./calendar.ts";
import { hashOfProof, type Proof } from "./proof.ts";
import { standingOf, type Circumstances } from "./standing.ts";
import {
  closedUntil,
  deletionDay,
  everyLeistung,
  termOf,
  termUnits,
  type Term,
} from "./term.ts";

const plain: Term = {
  count: 1,
  unit: "years",
  fromYearEnd: false,
  basis: "Aktenplan",
  offersToArchive: false,
};

const terms = fc.record({
  count: fc.integer({ min: 1, max: 50 }),
  unit: fc.constantFrom(...termUnits),
  fromYearEnd: fc.boolean(),
  basis: fc.constant("Aktenplan"),
  offersToArchive: fc.boolean(),
});
const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((count) => addDays("1990-01-01", count));

void describe("the term of a closed Vorgang", () => {
  void test("ends with the last day that the law counts, and deletion is the day after", () => {
    const months = (count: number): Term => ({
      ...plain,
      unit: "months",
      count,
    });
    for (const [closedOn, term, expected] of [
      ["2026-03-05", plain, "2027-03-06"],
      ["2024-02-29", plain, "2025-03-01"],
      ["2026-01-31", months(1), "2026-03-01"],
      ["2026-03-05", { ...plain, fromYearEnd: true }, "2028-01-01"],
      ["2026-12-31", { ...plain, fromYearEnd: true, count: 10 }, "2037-01-01"],
    ] as const)
      assert.equal(deletionDay(closedOn, term), expected, closedOn);
  });

  void test("is found the other way round: what was closed by then is deleted by then, and nothing else", () => {
    fc.assert(
      fc.property(terms, days, (term, day) => {
        const last = closedUntil(day, term);
        assert.ok(deletionDay(last, term) <= day);
        assert.ok(deletionDay(addDays(last, 1), term) > day);
      }),
      { numRuns: runs(2000) },
    );
  });

  void test("lies in exactly one stretch of the calendar", () => {
    fc.assert(
      fc.property(terms, days, days, (term, closedOn, today) => {
        const due = deletionDay(closedOn, term);
        const ended = startOfDay(closedOn);
        const stretches = stretchesFrom(today, 12);
        const within = stretches.filter((stretch) => {
          const range = rangeOf("x", term, stretch);
          return range && range.from <= ended && ended < range.before;
        });
        assert.equal(within.length, 1);
        const [found] = within;
        if (found)
          assert.ok(due <= found.to && (found.from ?? "") <= due, found.key);
      }),
      { numRuns: runs(1000) },
    );
  });

  void test("is found by its month, however far off; what is none is what is due", () => {
    const stretches = stretchesFrom("2027-03-15", 12);
    const at = (wanted: string) => stretches[stretchAt(stretches, wanted)]?.key;
    assert.deepEqual(
      ["due", "2027-03", "2028-02", "2028-03", "2037-12", "later"].map(at),
      ["due", "2027-03", "2028-02", "later", "later", "later"],
    );
    for (const wanted of ["", "2027-02", "never", "9"])
      assert.equal(at(wanted), "due", wanted);
  });

  void test("is that of the Leistung, else that of all, else there is none", () => {
    const set = new Map([["hundesteuer", { ...plain, count: 3 }]]);
    assert.equal(termOf(set, "hundesteuer")?.rule, "leistung");
    assert.equal(termOf(set, "jagdschein"), undefined);
    set.set(everyLeistung, plain);
    assert.deepEqual(termOf(set, "jagdschein"), { ...plain, rule: "default" });
  });
});

void describe("what is between a Vorgang and its deletion", () => {
  const endedAt = startOfDay("2026-03-05");
  const nothing: Circumstances = {
    holds: [],
    announcedAt: undefined,
    offer: undefined,
    isUnderway: false,
  };
  const standing = (
    today: string,
    known: Partial<Circumstances> = {},
    term = plain,
  ) => standingOf({ endedAt }, term, { ...nothing, ...known, today });

  void test("is a notice 30 days old, never one from before it was closed again", () => {
    const at = (day: string) => startOfDay(day);
    assert.deepEqual(standing("2026-06-01"), {
      kind: "runs",
      on: "2027-03-06",
    });
    assert.deepEqual(standing("2027-03-01"), {
      kind: "runs",
      on: "2027-03-31",
    });
    assert.deepEqual(
      standing("2027-03-01", { announcedAt: at("2027-02-01") }),
      { kind: "runs", on: "2027-03-06" },
    );
    assert.deepEqual(
      standing("2027-03-01", { announcedAt: at("2026-01-01") }),
      { kind: "runs", on: "2027-03-31" },
    );
  });

  void test("is a hold until it is lifted or over, and then the archive", () => {
    const hold = {
      id: "h",
      vorgangId: "v",
      placedBy: "s",
      placedAt: endedAt,
      untilDay: "2027-05-01",
      liftedBy: undefined,
      liftedAt: undefined,
    };
    const archive = { ...plain, offersToArchive: true };
    assert.deepEqual(standing("2027-05-01", { holds: [hold] }, archive), {
      kind: "held",
      untilDay: "2027-05-01",
    });
    assert.deepEqual(standing("2027-05-02", { holds: [hold] }, archive), {
      kind: "to-offer",
    });
    const offer = { offeredAt: endedAt, answer: undefined };
    const lifted = { ...hold, liftedBy: "s", liftedAt: endedAt };
    assert.deepEqual(
      standing("2027-05-01", { holds: [lifted], offer }, archive),
      {
        kind: "offered",
      },
    );
    const endless = { ...hold, untilDay: undefined };
    assert.deepEqual(standing("2027-05-01", { holds: [hold, endless] }), {
      kind: "held",
      untilDay: undefined,
    });
  });

  void test("and the hash of the proof covers every part of it", () => {
    const proof: Proof = {
      id: "p",
      reference: "7K4M-29CF-X3T",
      leistungSlug: "hundesteuer",
      leistungTitle: "Hundesteuer",
      receivedOn: "2026-01-01",
      closedOn: dayOf(endedAt),
      ending: "closed",
      dueOn: "2027-03-06",
      deletedAt: endedAt,
      term: { ...plain, rule: "default" },
      archive: "not-offered",
      counts: { messages: 3 },
    };
    const hash = hashOfProof(proof);
    for (const change of [
      { reference: "x" },
      { closedOn: "2026-03-06" },
      { counts: { messages: 2 } },
      { term: { ...proof.term, basis: "y" } },
      { archive: "taken" as const },
    ])
      assert.notDeepEqual(hashOfProof({ ...proof, ...change }), hash);
  });
});
