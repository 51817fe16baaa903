import assert from "node:assert/strict";
import { test } from "node:test";
import { readMoment } from "./planned-moment.ts";

const now = new Date("2026-11-27T10:00:00Z");
const read = (day: string, time: string) => {
  const found = readMoment({ "plan-tag": day, "plan-zeit": time }, now);
  return "at" in found
    ? found.at.toISOString()
    : found.errors.map(({ field, fault }) => `${field} ${fault}`).join();
};

test("a moment is one of Germany, in summer and in winter", () => {
  assert.equal(read("1.12.2026", "8:05"), "2026-12-01T07:05:00.000Z");
  assert.equal(read("1.7.2027", "8.05 Uhr"), "2027-07-01T06:05:00.000Z");
});

test("a time that clocks skip is the next valid one, and one that comes twice is the second", () => {
  assert.equal(read("28.3.2027", "02:30"), "2027-03-28T01:30:00.000Z");
  assert.equal(read("31.10.2027", "02:30"), "2027-10-31T01:30:00.000Z");
});

test("a moment that is past, or none, is told at its input", () => {
  assert.equal(read("27.11.2026", "11:00"), "plan-tag past");
  assert.equal(read("30.2.2027", "24:00"), "plan-tag day,plan-zeit time");
  assert.equal(read("1.12.2026", ""), "plan-zeit time");
});
