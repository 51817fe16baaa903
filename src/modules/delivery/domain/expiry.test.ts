import assert from "node:assert/strict";
import { test } from "node:test";
import { expiryStage, isExpiryNews } from "./expiry.ts";

const now = new Date("2026-03-01T12:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

test("an end is told a month before, a week before and when it is there", () => {
  assert.equal(expiryStage(inDays(31), now), undefined);
  assert.equal(expiryStage(inDays(30), now), "month");
  assert.equal(expiryStage(inDays(7), now), "week");
  assert.equal(expiryStage(inDays(0), now), "expired");
});

test("each stage is told once, and none after a later one", () => {
  assert.ok(isExpiryNews("month", undefined));
  assert.ok(!isExpiryNews("month", "month"));
  assert.ok(isExpiryNews("week", "month"));
  assert.ok(!isExpiryNews("month", "week"));
});
