import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRetryAfter } from "./retry-after.ts";

const now = new Date("2026-03-01T12:00:00Z");

for (const [header, expected] of [
  [undefined, undefined],
  ["0", 0],
  ["120", 120_000],
  ["Sun, 01 Mar 2026 12:00:30 GMT", 30_000],
  ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
  ["-5", undefined],
  ["soon", undefined],
] as const) {
  test(`Retry-After ${header ?? "absent"} means ${expected ?? "nothing"}`, () => {
    assert.equal(parseRetryAfter(header, now), expected);
  });
}
