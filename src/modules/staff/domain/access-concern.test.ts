import assert from "node:assert/strict";
import { test } from "node:test";
import { concernsOf } from "./access-concern.ts";

const now = new Date("2027-03-03T08:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const fine = {
  roles: ["caseworker"],
  hasSecondFactor: true,
  isOfDirectory: false,
  state: "open",
  lastSignedInAt: daysAgo(90),
} as const;

void test("an access in use, with one role and a second factor, is not striking", () => {
  assert.deepEqual(concernsOf(fine, now), []);
});

void test("an access is striking when it is unused, has several roles or no second factor", () => {
  const concerns = (change: Partial<Parameters<typeof concernsOf>[0]>) =>
    concernsOf({ ...fine, ...change }, now);
  assert.deepEqual(concerns({ lastSignedInAt: undefined }), [
    "never-signed-in",
  ]);
  assert.deepEqual(concerns({ lastSignedInAt: daysAgo(91) }), ["long-unused"]);
  assert.deepEqual(concerns({ roles: ["admin", "auditor"] }), [
    "several-roles",
  ]);
  assert.deepEqual(concerns({ hasSecondFactor: false }), ["no-second-factor"]);
  assert.deepEqual(
    concerns({ hasSecondFactor: false, isOfDirectory: true }),
    [],
  );
});

void test("an access that is locked or opens nothing is not striking", () => {
  const bare = { ...fine, hasSecondFactor: false, lastSignedInAt: undefined };
  assert.deepEqual(concernsOf({ ...bare, state: "locked" }, now), []);
  assert.deepEqual(concernsOf({ ...bare, roles: [] }, now), []);
});
