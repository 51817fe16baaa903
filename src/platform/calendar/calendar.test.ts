import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { bekanntgabeOn, widerspruchUntil } from "./bekanntgabe.ts";
import {
  addDays,
  addMonths,
  calendarDay,
  dayOf,
  daysBetween,
  startOfDay,
  weekdayOf,
} from "./calendar-day.ts";
import { holidaysOf } from "./holidays.ts";
import { everyLand, landOfKey, type Land } from "./land.ts";
import { extendPeriod, lastDayOfPeriod, lastDayOfTerm } from "./periods.ts";
import {
  addWorkingDays,
  countWorkingDays,
  firstWorkingDayFrom,
  holidayOn,
  isWorkingDay,
} from "./working-days.ts";

const anyDay = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => addDays("2018-01-01", days));
const anyLand = fc.constantFrom(...everyLand);

describe("a day in Germany", () => {
  it("is that of Berlin, on both sides of each change of the clocks", () => {
    const days: readonly [utc: string, day: string][] = [
      ["2026-03-28T22:59:59.999Z", "2026-03-28"],
      ["2026-03-28T23:00:00Z", "2026-03-29"],
      ["2026-03-29T21:59:59.999Z", "2026-03-29"],
      ["2026-03-29T22:00:00Z", "2026-03-30"],
      ["2026-10-24T22:00:00Z", "2026-10-25"],
      ["2026-10-25T22:59:59.999Z", "2026-10-25"],
      ["2026-10-25T23:00:00Z", "2026-10-26"],
    ];
    for (const [utc, day] of days) assert.equal(dayOf(new Date(utc)), day, utc);
  });

  it("begins at midnight there, summer and winter, and lasts till the next begins", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const start = startOfDay(day);
        assert.equal(dayOf(start), day);
        assert.equal(dayOf(new Date(start.getTime() - 1)), addDays(day, -1));
      }),
    );
    assert.equal(
      startOfDay("2026-03-30").getTime() - startOfDay("2026-03-29").getTime(),
      23 * 3_600_000,
    );
    assert.equal(
      startOfDay("2026-10-26").getTime() - startOfDay("2026-10-25").getTime(),
      25 * 3_600_000,
    );
  });

  it("is counted forth and back without loss", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const other = addDays(day, n);
        assert.equal(daysBetween(day, other), n);
        assert.equal(addDays(other, -n), day);
        assert.equal((weekdayOf(other) - weekdayOf(day) - n) % 7 || 0, 0);
      }),
    );
  });
});

describe("holidays", () => {
  it("are those that the laws of the Länder name", () => {
    const cases: readonly [day: string, where: readonly Land[]][] = [
      ["2026-01-06", ["BW", "BY", "ST"]],
      ["2022-03-08", ["BE"]],
      ["2023-03-08", ["BE", "MV"]],
      ["2026-03-08", ["BE", "MV"]],
      ["2026-04-03", everyLand],
      ["2026-04-05", ["BB"]],
      ["2026-04-06", everyLand],
      ["2025-05-08", ["BE"]],
      ["2026-05-08", []],
      ["2026-05-14", everyLand],
      ["2026-05-24", ["BB"]],
      ["2026-05-25", everyLand],
      ["2026-06-04", ["BW", "BY", "HE", "NW", "RP", "SL"]],
      ["2028-06-17", ["BE"]],
      ["2026-08-15", ["SL"]],
      ["2026-09-20", ["TH"]],
      ["2026-10-31", ["BB", "HB", "HH", "MV", "NI", "SH", "SN", "ST", "TH"]],
      ["2026-11-01", ["BW", "BY", "NW", "RP", "SL"]],
      ["2026-11-18", ["SN"]],
      ["2028-11-22", ["SN"]],
      ["2023-11-22", ["SN"]],
      ["2026-12-24", []],
      ["2026-12-26", everyLand],
    ];
    for (const [day, where] of cases) {
      const found = everyLand.filter((land) => holidayOn(day, land));
      assert.deepEqual([...found].sort(), [...where].sort(), day);
    }
  });

  it("hang on Easter, in early and late years too", () => {
    const easterMondays = [
      "2018-04-02",
      "2019-04-22",
      "2024-04-01",
      "2025-04-21",
      "2027-03-29",
      "2038-04-26",
      "2049-04-19",
      "2076-04-20",
    ];
    for (const day of easterMondays)
      assert.equal(holidayOn(day, "MV"), "easter-monday", day);
  });

  it("are eleven in Mecklenburg-Vorpommern", () => {
    assert.deepEqual([...holidaysOf(2026, "MV").keys()].sort(), [
      "2026-01-01",
      "2026-03-08",
      "2026-04-03",
      "2026-04-06",
      "2026-05-01",
      "2026-05-14",
      "2026-05-25",
      "2026-10-03",
      "2026-10-31",
      "2026-12-25",
      "2026-12-26",
    ]);
  });

  it("follow the Land of an official key", () => {
    assert.equal(landOfKey("130765656"), "MV");
    assert.equal(landOfKey("01053"), "SH");
    assert.equal(landOfKey("16"), "TH");
    assert.equal(landOfKey("17"), undefined);
    assert.equal(landOfKey(""), undefined);
  });
});

describe("working days", () => {
  it("leave out weekends and the Land's own holidays", () => {
    assert.equal(addWorkingDays("2027-03-05", 1, "MV"), "2027-03-09");
    assert.equal(addWorkingDays("2027-03-05", 1, "HH"), "2027-03-08");
    assert.equal(addWorkingDays("2026-12-23", 3, "MV"), "2026-12-29");
    assert.equal(addWorkingDays("2026-04-04", 0, "MV"), "2026-04-07");
    assert.equal(countWorkingDays("2026-04-01", "2026-04-10", "MV"), 5);
    assert.equal(countWorkingDays("2026-04-10", "2026-04-01", "MV"), 0);
  });

  it("are counted as they are added", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 60 }),
        anyLand,
        (day, n, land) => {
          const reached = addWorkingDays(day, n, land);
          assert.ok(isWorkingDay(reached, land));
          assert.equal(countWorkingDays(day, reached, land), n);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("a period", () => {
  it("ends as BGB and VwVfG say", () => {
    const cases: readonly [
      event: string,
      length: Parameters<typeof lastDayOfPeriod>[1],
      lastDay: string,
    ][] = [
      // the day of the event does not count (§ 187 Abs. 1 BGB)
      ["2026-06-01", { days: 3 }, "2026-06-04"],
      ["2026-06-01", { weeks: 2 }, "2026-06-15"],
      ["2026-06-01", { months: 1 }, "2026-07-01"],
      // no such day in the last month (§ 188 Abs. 3 BGB); 28 February 2027 is a Sunday
      ["2027-01-31", { months: 1 }, "2027-03-01"],
      ["2028-01-31", { months: 1 }, "2028-02-29"],
      ["2026-03-31", { months: 1 }, "2026-04-30"],
      // Saturday, Sunday, holiday (§ 193 BGB, § 31 Abs. 3 VwVfG): Good Friday to Easter Monday
      ["2026-03-03", { months: 1 }, "2026-04-07"],
      // 8 March 2027 is a Monday, and Women's Day in Mecklenburg-Vorpommern
      ["2027-02-08", { months: 1 }, "2027-03-09"],
      ["2026-11-26", { months: 1 }, "2026-12-28"],
      ["2028-02-29", { years: 1 }, "2029-02-28"],
    ];
    for (const [event, length, lastDay] of cases)
      assert.equal(lastDayOfPeriod(event, length, "MV"), lastDay, event);
    assert.equal(
      lastDayOfPeriod("2027-02-08", { months: 1 }, "HH"),
      "2027-03-08",
    );
  });

  it("that begins with a day of its own counts that day and is not moved", () => {
    assert.equal(lastDayOfTerm("2026-03-01", { years: 1 }), "2027-02-28");
    assert.equal(lastDayOfTerm("2026-02-01", { months: 1 }), "2026-02-28");
  });

  it("that is extended runs on from its old end", () => {
    assert.equal(extendPeriod("2026-07-01", { weeks: 1 }, "MV"), "2026-07-08");
  });

  it("ends on a working day, never early and never more than five days late", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 24 }),
        anyLand,
        (event, months, land) => {
          const lastDay = lastDayOfPeriod(event, { months }, land);
          const unmoved = addMonths(event, months);
          assert.ok(isWorkingDay(lastDay, land));
          assert.equal(lastDay, firstWorkingDayFrom(unmoved, land));
          assert.ok(daysBetween(unmoved, lastDay) <= 5);
        },
      ),
    );
  });

  it("of a month never ends before one that began earlier", () => {
    fc.assert(
      fc.property(anyDay, anyLand, (event, land) => {
        assert.ok(
          lastDayOfPeriod(event, { months: 1 }, land) <=
            lastDayOfPeriod(addDays(event, 1), { months: 1 }, land),
        );
      }),
    );
    assert.equal(calendarDay(2026, 14, 1), "2027-02-01");
  });
});

describe("Bekanntgabe and Widerspruch", () => {
  const mv = { land: "MV", law: "general" } as const;

  it("counts the fourth day after sending or provision, retrieved or not", () => {
    assert.equal(
      bekanntgabeOn({ kind: "sent", on: "2026-11-26" }, mv),
      "2026-11-30",
    );
    const providedOn = "2026-11-26";
    for (const retrievedOn of [undefined, "2026-11-26", "2026-12-24"])
      assert.equal(
        bekanntgabeOn({ kind: "postfach", providedOn, retrievedOn }, mv),
        "2026-11-30",
      );
  });

  it("moves the fourth day from a weekend in matters of taxes only", () => {
    const provision = { kind: "postfach", providedOn: "2026-12-22" } as const;
    assert.equal(bekanntgabeOn(provision, mv), "2026-12-26");
    assert.equal(
      bekanntgabeOn(provision, { ...mv, law: "taxes" }),
      "2026-12-28",
    );
  });

  it("counts the first retrieval when it was before a renewed letter", () => {
    const provision = {
      kind: "postfach",
      providedOn: "2026-11-02",
      postedAgainOn: "2026-11-20",
    } as const;
    assert.equal(
      bekanntgabeOn({ ...provision, retrievedOn: "2026-11-18" }, mv),
      "2026-11-18",
    );
    assert.equal(
      bekanntgabeOn({ ...provision, retrievedOn: "2026-11-21" }, mv),
      "2026-11-24",
    );
    assert.equal(bekanntgabeOn(provision, mv), "2026-11-24");
  });

  it("knows other retrieval: the day after, and nothing after ten days", () => {
    const noticed = { kind: "retrieval", noticedOn: "2026-11-02" } as const;
    assert.equal(
      bekanntgabeOn({ ...noticed, retrievedOn: "2026-11-12" }, mv),
      "2026-11-13",
    );
    for (const retrievedOn of ["2026-11-13", undefined])
      assert.equal(bekanntgabeOn({ ...noticed, retrievedOn }, mv), undefined);
  });

  it("leaves one month to object, a year without the legal remedy text", () => {
    const right = { hasLegalRemedyText: true };
    assert.equal(widerspruchUntil("2026-11-30", "MV", right), "2026-12-30");
    // 31 January: the last of February, a Sunday
    assert.equal(widerspruchUntil("2027-01-31", "MV", right), "2027-03-01");
    // 25 November: Christmas, second day, Sunday
    assert.equal(widerspruchUntil("2026-11-25", "MV", right), "2026-12-28");
    assert.equal(
      widerspruchUntil("2026-11-30", "MV", { hasLegalRemedyText: false }),
      "2027-11-30",
    );
  });
});
