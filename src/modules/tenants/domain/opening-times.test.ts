import assert from "node:assert/strict";
import { test } from "node:test";
import { describeOpeningTimes, type OpeningTime } from "./opening-times.ts";

const times: readonly OpeningTime[] = [
  { weekday: 2, from: "13:00", to: "18:00" },
  { weekday: 1, from: "08:00", to: "12:00" },
  { weekday: 2, from: "08:00", to: "12:00" },
  { weekday: 3, from: "08:00", to: "12:00" },
  { weekday: 4, from: "08:00", to: "12:00" },
  { weekday: 5, from: "08:00", to: "12:00" },
];

test("days with the same hours share a line, breaks make two spans", () => {
  assert.deepEqual(describeOpeningTimes(times, "de"), [
    { days: "Mo, Mi–Fr", hours: "08:00–12:00" },
    { days: "Di", hours: "08:00–12:00, 13:00–18:00" },
  ]);
});

test("days speak the reader's language", () => {
  assert.equal(describeOpeningTimes(times, "en")[0]?.days, "Mon, Wed–Fri");
});

test("an office without hours has no lines", () => {
  assert.deepEqual(describeOpeningTimes([], "de"), []);
});
