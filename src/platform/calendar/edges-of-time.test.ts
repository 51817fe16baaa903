import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bekanntgabeOn, widerspruchUntil } from "./bekanntgabe.ts";
import { dayOf } from "./calendar-day.ts";

const mv = { land: "MV", law: "general" } as const;

/** To the millisecond on both sides of midnight in Berlin, whatever the server's clock shows. */
const cases: readonly [
  what: string,
  sentAt: string,
  knownOn: string,
  objectUntil: string,
][] = [
  [
    "before midnight of the night in March",
    "2026-03-28T22:59:59.999Z",
    "2026-04-01",
    // 1 May is a holiday, a Friday
    "2026-05-04",
  ],
  [
    "after it: that day has 23 hours",
    "2026-03-28T23:00:00.000Z",
    "2026-04-02",
    // 2 May is a Saturday
    "2026-05-04",
  ],
  [
    "the last moment of that day, in summer time",
    "2026-03-29T21:59:59.999Z",
    "2026-04-02",
    "2026-05-04",
  ],
  [
    "the first time that it is half past two in October",
    "2026-10-25T00:30:00.000Z",
    "2026-10-29",
    // 29 November is a Sunday
    "2026-11-30",
  ],
  ["the second time", "2026-10-25T01:30:00.000Z", "2026-10-29", "2026-11-30"],
  [
    "the last moment of that day, which has 25 hours",
    "2026-10-25T22:59:59.999Z",
    "2026-10-29",
    "2026-11-30",
  ],
  [
    "the last moment of a year",
    "2027-12-31T22:59:59.999Z",
    "2028-01-04",
    "2028-02-04",
  ],
  [
    "the first of the next",
    "2027-12-31T23:00:00.000Z",
    "2028-01-05",
    // 5 February is a Saturday
    "2028-02-07",
  ],
  ["a leap day", "2028-02-28T23:00:00.000Z", "2028-03-04", "2028-04-04"],
  [
    "known on the 31st before a February with 29 days",
    "2028-01-27T12:00:00.000Z",
    "2028-01-31",
    "2028-02-29",
  ],
];

describe("a Bescheid that is sent", () => {
  for (const [what, sentAt, knownOn, objectUntil] of cases)
    it(`${what}: known on ${knownOn}, to object until ${objectUntil}`, () => {
      const on = dayOf(new Date(sentAt));
      const known = bekanntgabeOn({ kind: "sent", on }, mv);
      assert.equal(known, knownOn);
      assert.equal(
        widerspruchUntil(known, mv.land, { hasLegalRemedyText: true }),
        objectUntil,
      );
    });
});
