import assert from "node:assert/strict";
import { test } from "node:test";
import { exceptionsFrom, type OfficeHours } from "./opening-day.ts";
import { openingToday } from "./opening-today.ts";

const schwerin = "130040000000";
const office: OfficeHours = {
  openingTimes: ([1, 2, 3, 4, 5] as const).flatMap((weekday) => [
    { weekday, from: "13:00", to: "16:30" },
    { weekday, from: "08:00", to: "12:00" },
  ]),
  specialDays: [
    { day: "2026-03-05", reason: "Betriebsausflug", spans: [] },
    {
      day: "2026-12-26",
      reason: "Notdienst",
      spans: [{ from: "10:00", to: "11:00" }],
    },
  ],
};
const at = (instant: string) =>
  openingToday(office, new Date(instant), schwerin);

for (const [instant, expected] of [
  // Winter time is an hour ahead of UTC, summer time two.
  ["2026-03-03T06:59:00Z", "later 08:00"],
  ["2026-03-03T07:00:00Z", "open 12:00"],
  ["2026-03-03T11:00:00Z", "later 13:00"],
  ["2026-03-03T15:29:00Z", "open 16:30"],
  ["2026-03-03T15:30:00Z", "over 2026-03-04"],
  ["2026-03-01T10:00:00Z", "closed 2026-03-02"],
  ["2026-03-01T23:30:00Z", "later 08:00"],
  ["2026-07-01T06:00:00Z", "open 12:00"],
  ["2026-03-05T10:00:00Z", "closed Betriebsausflug 2026-03-06"],
  ["2026-03-04T20:00:00Z", "over 2026-03-06"],
  ["2026-04-03T10:00:00Z", "closed good-friday 2026-04-07"],
  ["2026-12-26T09:30:00Z", "open 11:00"],
] as const)
  test(`at ${instant}: ${expected}`, () => {
    assert.equal(written(at(instant)), expected);
  });

function written(today: ReturnType<typeof openingToday>): string {
  if (today.kind === "open") return `open ${today.until}`;
  if (today.kind === "later") return `later ${today.span.from}`;
  const { kind, exception, next } = today;
  const why =
    exception?.kind === "holiday" ? exception.holiday : exception?.reason;
  return [kind, why, next?.day].filter((part) => part !== undefined).join(" ");
}

test("an office without hours says no next day", () => {
  const never = { openingTimes: [], specialDays: [] };
  assert.deepEqual(openingToday(never, new Date(), schwerin), {
    kind: "closed",
    exception: undefined,
    next: undefined,
  });
});

test("days that are different are told, a holiday on a Saturday without hours is not", () => {
  assert.deepEqual(
    exceptionsFrom(office, {
      from: "2026-12-20",
      days: 14,
      ars: schwerin,
    }).map(({ day }) => day),
    ["2026-12-25", "2026-12-26", "2027-01-01"],
  );
  assert.deepEqual(
    exceptionsFrom(office, { from: "2026-10-01", days: 5, ars: schwerin }),
    [],
  );
});
