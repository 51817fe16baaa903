import assert from "node:assert/strict";
import { test } from "node:test";
import { escalationOf, type Overdue } from "./escalation.ts";

const now = new Date("2026-03-20T09:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const told = (overdue: Partial<Overdue>) => {
  const { office, administrator } = escalationOf(
    {
      count: 1,
      oldest: daysAgo(0),
      newest: daysAgo(0),
      officeToldAt: undefined,
      administratorToldAt: undefined,
      ...overdue,
    },
    now,
  );
  return [office && "office", administrator && "administrator"].filter(Boolean);
};

test("who is told of what does not arrive, and when", () => {
  assert.deepEqual(told({ count: 0 }), []);
  assert.deepEqual(told({}), ["office"]);
  assert.deepEqual(told({ officeToldAt: daysAgo(0.5) }), [], "daily at most");
  assert.deepEqual(
    told({ officeToldAt: daysAgo(1) }),
    ["office"],
    "more of it",
  );
  const old = { oldest: daysAgo(6), newest: daysAgo(6) };
  assert.deepEqual(told({ ...old, officeToldAt: daysAgo(5) }), []);
  const week = { oldest: daysAgo(7), newest: daysAgo(7) };
  assert.deepEqual(told({ ...week, officeToldAt: daysAgo(5) }), [
    "administrator",
  ]);
  assert.deepEqual(
    told({
      ...week,
      officeToldAt: daysAgo(7),
      administratorToldAt: daysAgo(1),
    }),
    ["office"],
  );
  assert.deepEqual(
    told({
      ...week,
      officeToldAt: daysAgo(1),
      administratorToldAt: daysAgo(7),
    }),
    ["administrator"],
  );
});
