import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabaseClock } from "./database-clock.ts";

const hourMs = 3_600_000;

async function open(aheadOfDatabaseMs = 0) {
  const here = { offMs: aheadOfDatabaseMs };
  const database = { isAway: false, offMs: 0, asked: 0 };
  const told: number[] = [];
  const clock = await openDatabaseClock({
    ask: () => {
      database.asked += 1;
      return database.isAway
        ? Promise.reject(new Error("away"))
        : Promise.resolve(Date.now() + database.offMs);
    },
    everyMs: 20,
    onApart: (ms) => told.push(ms),
    here: () => Date.now() + here.offMs,
  });
  /** How far what it says is from the real time. */
  const off = () => clock.now().getTime() - Date.now();
  return { here, database, told, clock, off };
}

const isNear = (ms: number, expected = 0) => Math.abs(ms - expected) < 200;

void describe("the clock of an installation", () => {
  for (const jumpMs of [hourMs, -hourMs, 5 * 60_000, -5 * 60_000])
    void test(`goes on rightly at once when this machine's jumps by ${String(jumpMs / 60_000)} min, and says so once`, async () => {
      const { here, told, clock, off } = await open();
      assert.ok(isNear(off()));
      here.offMs = jumpMs;
      assert.ok(isNear(off()), String(off()));
      await sleep(50);
      assert.ok(isNear(off()));
      here.offMs = 0;
      assert.ok(isNear(off()));
      clock.close();
      const [off1 = 0, over] = told;
      assert.ok(isNear(off1, jumpMs));
      assert.deepEqual([over, told.length], [0, 2]);
    });

  void test("is right from the beginning on a machine that is wrong", async () => {
    const { clock, off } = await open(-hourMs);
    assert.ok(isNear(off()));
    clock.close();
  });

  void test("is this machine's while the difference is small", async () => {
    const { clock, off, told } = await open(400);
    assert.ok(isNear(off(), 400));
    assert.deepEqual(told, []);
    clock.close();
  });

  void test("goes on while the database is away, and follows it when its own clock is set", async () => {
    const { here, database, clock, off } = await open();
    database.isAway = true;
    here.offMs = hourMs;
    await sleep(50);
    assert.ok(isNear(off()));
    database.isAway = false;
    database.offMs = 2 * hourMs;
    const { asked } = database;
    while (database.asked < asked + 2) await sleep(5);
    assert.ok(isNear(off(), 2 * hourMs));
    clock.close();
  });

  void test("does not open without the database", async () => {
    await assert.rejects(
      openDatabaseClock({
        ask: () => Promise.reject(new Error("away")),
        onApart: () => undefined,
      }),
      /away/,
    );
  });
});
