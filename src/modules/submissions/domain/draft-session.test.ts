import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  hasEnded,
  parseSession,
  accountTerm,
  sessionMinutes,
  writeSession,
} from "./draft-session.ts";

const now = new Date("2026-09-01T10:00:00Z");
const minutesAgo = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000);

void describe("the session of an account with a form open", () => {
  const now = new Date("2027-03-03T08:00:00.000Z");
  const minutesLater = (minutes: number) =>
    new Date(now.getTime() + minutes * 60_000);
  const cases = [
    { name: "low", idle: 60, latest: 720, warning: 300, isLast: false },
    { name: "substantial", idle: 30, latest: 120, warning: 300, isLast: false },
    { name: "high", idle: 5, latest: 30, warning: 60, isLast: false },
    { name: "at its end", idle: 3, latest: 3, warning: 60, isLast: true },
  ];
  for (const { name, idle, latest, warning, isLast } of cases)
    void test(`warns in time: ${name}`, () => {
      const term = accountTerm(
        { endsAt: minutesLater(idle), endsAtLatest: minutesLater(latest) },
        now,
      );
      assert.deepEqual(term, {
        seconds: idle * 60,
        warningSeconds: warning,
        isLast,
      });
    });
});

void describe("the session of a draft", () => {
  void test("ends after an hour without a request", () => {
    for (const [minutes, isEnded] of [
      [0, false],
      [sessionMinutes - 1, false],
      [sessionMinutes, true],
      [100_000, true],
    ] as const) {
      const cookie = writeSession({ key: "K", activeAt: minutesAgo(minutes) });
      assert.equal(hasEnded(parseSession(cookie), now), isEnded, cookie);
    }
  });

  void test("does not end on one's own device", () => {
    assert.equal(writeSession({ key: "K" }), "K");
    assert.equal(hasEnded(parseSession("K"), now), false);
  });

  void test("has ended where the cookie is nonsense", () => {
    for (const cookie of ["K.", "K.x", "K.-1", "."])
      assert.equal(hasEnded(parseSession(cookie), now), true, cookie);
  });
});
