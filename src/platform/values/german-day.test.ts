import assert from "node:assert/strict";
import { test } from "node:test";
import { germanDay } from "./german-day.ts";

test("a day in Germany begins at midnight there, in winter and in summer, whichever moment was asked about before", () => {
  const moments = [
    "2027-01-31T22:59:59.999Z",
    "2027-01-31T23:00:00.000Z",
    "2027-06-30T21:59:59.999Z",
    "2027-06-30T22:00:00.000Z",
    "2027-01-31T22:59:59.999Z",
  ];

  assert.deepEqual(
    moments.map((moment) => germanDay(new Date(moment))),
    ["2027-01-31", "2027-02-01", "2027-06-30", "2027-07-01", "2027-01-31"],
  );
});
