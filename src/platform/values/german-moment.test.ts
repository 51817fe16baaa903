import assert from "node:assert/strict";
import { test } from "node:test";
import { germanMoment } from "./german-moment.ts";

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
