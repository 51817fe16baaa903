import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setImmediate as later } from "node:timers/promises";
import { atMostAtOnce } from "./at-most-at-once.ts";

describe("work on many at once", () => {
  test("keeps the order and the limit, and uses it", async () => {
    let running = 0;
    let most = 0;
    const made = await atMostAtOnce(3, [5, 1, 4, 2, 3], async (rounds) => {
      running += 1;
      most = Math.max(most, running);
      for (let round = 0; round < rounds; round += 1) await later();
      running -= 1;
      return rounds * 10;
    });
    assert.deepEqual(made, [50, 10, 40, 20, 30]);
    assert.equal(most, 3);
  });

  test("begins nothing further after a fault", async () => {
    const begun: number[] = [];
    await assert.rejects(
      atMostAtOnce(1, [1, 2, 3], async (item) => {
        begun.push(item);
        await later();
        if (item === 2) throw new Error("no");
      }),
      /no/,
    );
    await later();
    assert.deepEqual(begun, [1, 2]);
  });
});
