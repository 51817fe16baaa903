import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  hasEnded,
  parseSession,
  sessionMinutes,
  writeSession,
} from "./draft-session.ts";

const now = new Date("2026-09-01T10:00:00Z");
const minutesAgo = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000);

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
