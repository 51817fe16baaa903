import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDaysAgo } from "./days-ago.ts";

const noon = new Date("2027-03-28T10:00:00Z");

for (const [date, text] of [
  ["2027-03-28T00:30:00Z", "heute"],
  // half past midnight in Germany
  ["2027-03-27T23:30:00Z", "heute"],
  ["2027-03-27T22:30:00Z", "gestern"],
  // across the change to summer time
  ["2027-03-25T12:00:00Z", "vor 3 Tagen"],
] as const) {
  test(`${date} is ${text}`, () => {
    assert.equal(formatDaysAgo(new Date(date), noon, "de"), text);
  });
}

test("English too", () => {
  assert.equal(
    formatDaysAgo(new Date("2027-03-25T12:00:00Z"), noon, "en"),
    "3 days ago",
  );
});
