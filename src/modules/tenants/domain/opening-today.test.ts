import assert from "node:assert/strict";
import { test } from "node:test";
import type { OpeningTime } from "./opening-times.ts";
import { openingToday } from "./opening-today.ts";

const schwerin = "130040000000";
const mondayToFriday: readonly OpeningTime[] = ([1, 2, 3, 4, 5] as const).map(
  (weekday) => ({ weekday, from: "08:00", to: "12:00" }),
);
const on = (instant: string) =>
  openingToday(mondayToFriday, new Date(instant), schwerin);

test("open on a working day", () => {
  assert.deepEqual(on("2026-03-03T10:00:00Z"), {
    kind: "open",
    hours: "08:00–12:00",
  });
});

test("closed on Sunday", () => {
  assert.deepEqual(on("2026-03-01T10:00:00Z"), { kind: "closed" });
});

test("closed on Karfreitag, because it is a holiday", () => {
  assert.deepEqual(on("2026-04-03T10:00:00Z"), { kind: "holiday" });
});

test("the day is the German one: Sunday 23:30 UTC is Monday", () => {
  assert.equal(on("2026-03-01T23:30:00Z").kind, "open");
});
