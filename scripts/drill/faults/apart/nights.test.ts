import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { formatTime } from "../../../../src/platform/i18n/dates.ts";
import { germanDay } from "../../../../src/platform/values/german-day.ts";
import { canSetClocks } from "./clock.ts";
import { momentIn, nightsAfter, wallClock } from "./nights.ts";
import { openSharedClock } from "./shared-clock.ts";

const nights = nightsAfter(new Date("2026-11-27T12:00:00Z"));

describe("the nights that an installation goes through", () => {
  for (const [name, night] of Object.entries(nights))
    test(`${name}: the wall clock shows what an editor typed, in the hour before the change and after it`, () => {
      for (const { time, minutes } of night.planned) {
        const moment = momentIn(night, minutes);
        const shown = wallClock(night, moment);
        // What is left out is shown an hour later.
        const isLeftOut = name === "night-spring" && time === "2:30";
        assert.equal(shown.time, isLeftOut ? "03:30" : time.padStart(5, "0"));
        assert.equal(shown.day, germanDay(moment));
        assert.equal(formatTime(moment, "de"), shown.time);
      }
    });

  test("are the next ones, of each a day away at least", () => {
    const changes = Object.values(nights).map(({ change }) =>
      change.toISOString(),
    );
    assert.deepEqual(changes, [
      "2027-10-31T01:00:00.000Z",
      "2026-12-31T23:00:00.000Z",
      "2027-03-28T01:00:00.000Z",
    ]);
    const late = nightsAfter(new Date("2026-12-31T10:00:00Z"));
    assert.equal(late["night-year"].change.getUTCFullYear(), 2027);
  });

  test("the end of a year is another day and another year to the millisecond", () => {
    const night = nights["night-year"];
    const last = new Date(night.change.getTime() - 1);
    assert.deepEqual(wallClock(night, last), {
      day: "2026-12-31",
      time: "23:59",
    });
    assert.deepEqual(wallClock(night, night.change), {
      day: "2027-01-01",
      time: "00:00",
    });
  });
});

describe("a clock that programs share", () => {
  test("goes ten times as fast for each of them, whenever it was started, and is told as it is", async (t) => {
    if (!canSetClocks) {
      t.skip("needs Debian's faketime");
      return;
    }
    const folder = await mkdtemp(path.join(os.tmpdir(), "orh-clock-"));
    const clock = await openSharedClock(path.join(folder, "test"));
    try {
      await clock.set(new Date("2026-03-29T00:59:00Z"), 10);
      const lookNow = () => {
        const env = { ...process.env, ...clock.env };
        const before = clock.momentOf(performance.now());
        const shown = execFileSync("date", ["+%s.%N"], { env });
        const after = clock.momentOf(performance.now());
        return { before, at: Number(shown) * 1_000, after };
      };
      const first = lookNow();
      await sleep(1_000);
      const second = lookNow();
      for (const { before, at, after } of [first, second])
        assert.ok(
          at > before.getTime() - 1_000 && at < after.getTime() + 1_000,
          `${new Date(at).toISOString()} is not around ${before.toISOString()}`,
        );
      assert.ok(second.at - first.at > 9_000);
    } finally {
      await clock.stop();
      await rm(folder, { recursive: true });
    }
  });
});
