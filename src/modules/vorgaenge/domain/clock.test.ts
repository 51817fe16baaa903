import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays } from "../../../platform/calendar/calendar-day.ts";
import { isWorkingDay } from "../../../platform/calendar/working-days.ts";
import { dueOn, readClock, urgencyOf, type ClockEvent } from "./clock.ts";
import type { ClockRule } from "./clock-rule.ts";

const rule: ClockRule = {
  targetDays: 10,
  period: {
    count: 3,
    unit: "months",
    legalBasis: "§ 42a Abs. 2 VwVfG",
    approvesBySilence: true,
  },
  onQuestion: "stops",
  warningDays: 3,
  land: "MV",
};

/** Events at noon of days. */
function story(
  ...events: readonly (readonly [
    day: string,
    kind: ClockEvent["kind"],
    untilDay?: string,
  ])[]
): ClockEvent[] {
  return events.map(([day, kind, untilDay]) => ({
    kind,
    at: new Date(`${day}T12:00:00Z`),
    untilDay,
  }));
}

describe("the clock of a Vorgang", () => {
  it("counts working days to the office's aim and the law's months to its last day", () => {
    const clock = readClock(story(["2027-03-03", "received"]), rule);
    // 8 March is a holiday in Mecklenburg-Vorpommern
    assert.equal(clock.targetOn, "2027-03-18");
    assert.equal(clock.lastDay, "2027-06-03");
    assert.equal(dueOn(clock), "2027-03-18");
    assert.equal(dueOn({ ...clock, targetOn: undefined }), "2027-06-03");
  });

  it("rests while the applicant has a question, and goes on with the answer", () => {
    const asked = story(
      ["2027-03-03", "received"],
      ["2027-03-05", "question-asked"],
    );
    const resting = readClock(asked, rule);
    assert.equal(resting.stoppedOn, "2027-03-05");
    assert.equal(dueOn(resting), undefined);
    const answered = readClock(
      [...asked, ...story(["2027-03-19", "answered"])],
      rule,
    );
    // nine working days and fourteen days later
    assert.equal(answered.targetOn, "2027-04-02");
    assert.equal(answered.lastDay, "2027-06-17");
    const runsOn = readClock(asked, { ...rule, onQuestion: "runs-on" });
    assert.equal(runsOn.lastDay, "2027-06-03");
  });

  it("begins anew with the answer where the law asks for everything first", () => {
    const clock = readClock(
      story(
        ["2027-03-03", "received"],
        ["2027-03-05", "question-asked"],
        ["2027-03-19", "answered"],
      ),
      { ...rule, onQuestion: "restarts" },
    );
    assert.equal(clock.startedOn, "2027-03-19");
    assert.equal(clock.lastDay, "2027-06-21");
  });

  it("is stopped, continued, restarted and extended by the office", () => {
    const stopped = story(
      ["2027-03-03", "received"],
      ["2027-03-10", "period-stopped"],
    );
    assert.equal(readClock(stopped, rule).stoppedOn, "2027-03-10");
    const continued = [
      ...stopped,
      ...story(["2027-03-20", "period-continued"]),
    ];
    assert.equal(readClock(continued, rule).lastDay, "2027-06-14");
    const extended = readClock(
      [...continued, ...story(["2027-06-01", "period-extended", "2027-07-15"])],
      rule,
    );
    assert.equal(extended.lastDay, "2027-07-15");
    assert.equal(extended.isExtended, true);
    const restarted = readClock(
      [...continued, ...story(["2027-04-01", "period-restarted"])],
      rule,
    );
    assert.equal(restarted.startedOn, "2027-04-01");
    assert.equal(restarted.lastDay, "2027-07-01");
  });

  it("ends with a decision, and begins anew when the Vorgang is taken up again", () => {
    const decided = story(
      ["2027-03-03", "received"],
      ["2027-03-05", "question-asked"],
      ["2027-03-08", "decided"],
    );
    const over = readClock(decided, rule);
    assert.equal(over.endedOn, "2027-03-08");
    assert.equal(over.stoppedOn, undefined);
    assert.equal(dueOn(over), undefined);
    const reopened = readClock(
      [...decided, ...story(["2027-04-01", "reopened"])],
      rule,
    );
    assert.equal(reopened.startedOn, "2027-04-01");
    assert.equal(reopened.isReopened, true);
    assert.equal(reopened.endedOn, undefined);
  });

  it("never ends sooner for having rested, and always on a working day", () => {
    const kinds = fc.constantFrom<ClockEvent["kind"]>(
      "question-asked",
      "answered",
      "period-stopped",
      "period-continued",
      "taken-into-work",
    );
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), kinds), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (drawn) => {
        let day = "2027-01-04";
        const events = story(["2027-01-04", "received"]);
        const plain = readClock(events, rule);
        for (const [days, kind] of drawn) {
          day = addDays(day, days);
          events.push(...story([day, kind]));
        }
        const clock = readClock(events, rule);
        for (const each of ["targetOn", "lastDay"] as const) {
          const found = clock[each];
          if (clock.stoppedOn !== undefined) {
            assert.equal(found, undefined);
            continue;
          }
          assert.ok(found !== undefined && found >= (plain[each] ?? ""));
          assert.ok(isWorkingDay(found, "MV"), found);
        }
      }),
    );
  });

  it("is urgent when few working days are left, and late after the last", () => {
    const on = (today: string) => urgencyOf("2027-03-18", { ...rule, today });
    assert.equal(on("2027-01-01"), "in-time");
    assert.equal(on("2027-03-12"), "in-time");
    assert.equal(on("2027-03-15"), "soon");
    assert.equal(on("2027-03-18"), "soon");
    assert.equal(on("2027-03-19"), "late");
  });
});
