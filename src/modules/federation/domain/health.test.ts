import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isDown, nextCheckAfter } from "./health.ts";

const now = new Date("2027-03-03T08:00:00.000Z");
const pauseOf = (failures: number) =>
  (nextCheckAfter(failures, now).getTime() - now.getTime()) / 1000;

describe("the circuit breaker", () => {
  test("is open from the first failure to the first answer", () => {
    assert.equal(isDown(undefined), false);
    assert.equal(isDown({ failures: 0, nextCheckAt: now }), false);
    assert.equal(isDown({ failures: 1, nextCheckAt: now }), true);
  });

  test("asks ever more seldom, but once a minute at least", () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 1000].map(pauseOf),
      [10, 10, 20, 40, 60, 60, 60],
    );
  });
});
