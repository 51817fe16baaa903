import assert from "node:assert/strict";
import { test } from "node:test";
import { germanMoment, hourShownTwice } from "./german-moment.ts";

for (const [day, time, moment] of [
  ["2027-01-15", "08:00", "2027-01-15T07:00:00.000Z"],
  ["2027-07-15", "00:30", "2027-07-14T22:30:00.000Z"],
  ["2027-03-28", "01:59", "2027-03-28T00:59:00.000Z"],
  ["2027-03-28", "03:00", "2027-03-28T01:00:00.000Z"],
  ["2027-03-28", "02:30", "2027-03-28T01:30:00.000Z"],
  ["2027-10-31", "04:00", "2027-10-31T03:00:00.000Z"],
] as const)
  test(`${day} ${time} in Germany is ${moment}`, () => {
    assert.equal(germanMoment(day, time).toISOString(), moment);
  });

for (const [moment, which] of [
  ["2026-10-24T23:59:59.999Z", undefined],
  ["2026-10-25T00:00:00.000Z", "first"],
  ["2026-10-25T00:59:59.999Z", "first"],
  ["2026-10-25T01:00:00.000Z", "second"],
  ["2026-10-25T01:59:59.999Z", "second"],
  ["2026-10-25T02:00:00.000Z", undefined],
  ["2027-10-31T00:30:00.000Z", "first"],
  ["2027-10-31T01:30:00.000Z", "second"],
  // a Sunday in October that is not the last, and the hour that is skipped in March
  ["2027-10-24T00:30:00.000Z", undefined],
  ["2027-03-28T00:30:00.000Z", undefined],
  ["2027-03-28T01:30:00.000Z", undefined],
] as const)
  test(`${moment} is ${which ?? "not"} in an hour that comes twice`, () => {
    assert.equal(hourShownTwice(new Date(moment)), which);
  });
