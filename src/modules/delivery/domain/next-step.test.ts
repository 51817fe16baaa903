import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { nextStep } from "./next-step.ts";

const waitingSince = new Date("2026-03-01T12:00:00Z");
const at = (afterMs: number) => new Date(waitingSince.getTime() + afterMs);
const patienceMs = 48 * 3_600_000;
const down = { kind: "unavailable", cause: "connect" } as const;

describe("what follows from an attempt", () => {
  for (const [attempts, seconds] of [
    [1, 10],
    [2, 20],
    [5, 160],
    [8, 1280],
    [9, 1800],
    [100, 1800],
  ] as const) {
    test(`after ${attempts} attempts: again in ${seconds} s`, () => {
      const step = nextStep(down, {
        attempts,
        waitingSince,
        patienceMs,
        now: at(1000),
        chance: 0,
      });
      assert.deepEqual(step, {
        state: "waiting",
        reason: "connect",
        afterMs: seconds * 1000,
      });
    });
  }

  test("Retry-After is honoured when it is longer, up to six hours", () => {
    const after = (retryAfterMs: number) => {
      const series = {
        attempts: 3,
        waitingSince,
        patienceMs,
        now: at(0),
        chance: 0,
      };
      const step = nextStep({ ...down, retryAfterMs }, series);
      return step.state === "waiting" ? step.afterMs : undefined;
    };
    assert.equal(after(1000), 40_000);
    assert.equal(after(600_000), 600_000);
    assert.equal(after(1e12), 6 * 3_600_000);
  });

  test("nothing is given up before the destination's patience ends, and everything after", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 2 * patienceMs }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempts, waitedMs, chance) => {
          const now = at(waitedMs);
          const step = nextStep(down, {
            attempts,
            waitingSince,
            patienceMs,
            now,
            chance,
          });
          if (waitedMs >= patienceMs) assert.equal(step.state, "dead");
          else {
            assert.ok(step.state === "waiting");
            assert.ok(step.afterMs >= 10_000 && step.afterMs <= 2_250_000);
          }
        },
      ),
    );
  });
});
