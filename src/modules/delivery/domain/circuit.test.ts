import assert from "node:assert/strict";
import { test } from "node:test";
import { openUntil, signOf } from "./circuit.ts";

const now = new Date("2026-03-01T09:00:00Z");
const pauseSeconds = (failures: number, retryAfterMs = 0, chance = 0) => {
  const until = openUntil({ failures, retryAfterMs, now, chance });
  return until && (until.getTime() - now.getTime()) / 1000;
};

test("a destination gets five chances, then pauses up to a quarter of an hour", () => {
  assert.deepEqual(
    [1, 4, 5, 6, 7, 9, 10, 90].map((failures) => pauseSeconds(failures)),
    [undefined, undefined, 30, 60, 120, 480, 900, 900],
  );
  assert.equal(pauseSeconds(5, 0, 1), 37.5);
});

test("a destination that asks for patience gets it at once, and never less than that", () => {
  assert.equal(pauseSeconds(1, 60_000), 60);
  assert.equal(pauseSeconds(5, 3_600_000), 3600);
  assert.equal(pauseSeconds(10, 1000), 900);
});

test("who refuses is there; what is our own trouble says nothing of the destination", () => {
  assert.equal(signOf({ kind: "rejected", reason: "http-422" }), "reachable");
  assert.equal(
    signOf({ kind: "unavailable", cause: "http-503" }),
    "unreachable",
  );
  assert.equal(
    signOf({ kind: "unavailable", cause: "uploads-not-scanned" }),
    "none",
  );
});
