import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { createOutage, DatabaseAway } from "./outage.ts";

function open() {
  const database = { isUp: true, asked: 0 };
  const outage = createOutage({
    everyMs: 5,
    probe: () => {
      database.asked += 1;
      return database.isUp
        ? Promise.resolve()
        : Promise.reject(new Error("down"));
    },
  });
  const until = async (isAway: boolean) => {
    for (let tries = 0; outage.isAway() !== isAway; tries += 1) {
      assert.ok(tries < 400);
      await pause(5);
    }
  };
  return { database, outage, until };
}

void describe("an outage of the database", () => {
  void test("is seen when somebody has trouble, and its end by itself", async () => {
    const { database, outage, until } = open();
    database.isUp = false;
    await pause(20);
    assert.equal(database.asked, 0, "nobody had trouble");
    outage.suspect();
    await until(true);
    await assert.rejects(
      outage.guard(() => Promise.resolve("not even tried")),
      DatabaseAway,
    );
    database.isUp = true;
    await until(false);
    assert.equal(await outage.guard(() => Promise.resolve("works")), "works");
  });

  void test("ends the wait of those who wait for a database that hangs", async () => {
    const { database, outage } = open();
    const hanging = outage.guard(() => new Promise<never>(() => undefined));
    database.isUp = false;
    outage.suspect();
    await assert.rejects(hanging, DatabaseAway);
    outage.close();
  });

  void test("is none when the database answers: what failed had another cause", async () => {
    const { database, outage } = open();
    outage.suspect();
    await pause(20);
    assert.equal(outage.isAway(), false);
    assert.equal(database.asked, 1);
  });
});
