import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formatClock, formatDateTime, formatMoment } from "./dates.ts";

const night = [
  ["2026-10-24T23:59:00Z", "01:59 Uhr", "01:59"],
  ["2026-10-25T00:31:00Z", "02:31 Uhr (Sommerzeit)", "02:31 (summer time)"],
  ["2026-10-25T01:31:00Z", "02:31 Uhr (Winterzeit)", "02:31 (winter time)"],
  ["2026-10-25T02:00:00Z", "03:00 Uhr", "03:00"],
] as const;

describe("times in the night in which summer time ends", () => {
  for (const [moment, german, english] of night)
    test(`${moment} is ${german}`, () => {
      const date = new Date(moment);
      assert.equal(formatClock(date, "de"), german);
      assert.equal(formatClock(date, "en"), english);
      assert.equal(
        formatMoment(date, "de"),
        `Sonntag, 25. Oktober 2026 um ${german}`,
      );
      assert.equal(
        formatMoment(date, "en"),
        `Sunday, 25 October 2026 at ${english}`,
      );
    });

  test("are told apart beside a date, and only where clocks show them twice", () => {
    const shown = night.map(([at]) => formatDateTime(new Date(at), "de"));
    assert.deepEqual(shown, [
      "25. Oktober 2026, 01:59",
      "25. Oktober 2026, 02:31 Uhr (Sommerzeit)",
      "25. Oktober 2026, 02:31 Uhr (Winterzeit)",
      "25. Oktober 2026, 03:00",
    ]);
  });
});
