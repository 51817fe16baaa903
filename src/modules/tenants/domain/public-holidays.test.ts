import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { publicHolidayOn } from "./public-holidays.ts";

const holidays = [
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
  "2027-03-26",
  "2024-04-01",
  "2038-04-26",
];

describe("holidays of Mecklenburg-Vorpommern", () => {
  for (const date of holidays) {
    test(`${date} is one`, () => {
      assert.ok(publicHolidayOn(date, "130040000000"));
    });
  }
  for (const date of ["2026-01-06", "2026-11-01", "2026-06-04", "2026-04-07"]) {
    test(`${date} is none`, () => {
      assert.ok(!publicHolidayOn(date, "130040000000"));
    });
  }
});

test("Frauentag is none in Hessen", () => {
  assert.ok(!publicHolidayOn("2026-03-08", "06"));
});
