import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findGrowth, type Sample } from "./samples.ts";

const samplesOf = (
  megabytesAt: (index: number) => number,
  openFilesAt: (index: number) => number = () => 50,
): readonly Sample[] =>
  Array.from({ length: 40 }, (_, index) => ({
    minutes: index,
    confirmed: index,
    web: { megabytes: megabytesAt(index), openFiles: openFilesAt(index) },
    worker: { megabytes: 200, openFiles: 40 },
    databaseMegabytes: 50 + index,
    deadRows: 0,
    jobsLateSeconds: 0,
  }));

describe("what a soak says of growth", () => {
  test("nothing where memory rises while everything warms up, and goes up and down afterwards", () => {
    const samples = samplesOf((index) =>
      index < 10 ? 100 + 20 * index : 300 + 15 * (index % 3),
    );
    assert.deepEqual(findGrowth(samples).broken, []);
  });

  test("that memory grows where it rises to the end", () => {
    assert.deepEqual(findGrowth(samplesOf((index) => 200 + 5 * index)).broken, [
      "memory of a web process, MB: from 273 to 373",
    ]);
  });

  test("that open files grow where they are not closed", () => {
    const samples = samplesOf(
      () => 200,
      (index) => 50 + 2 * index,
    );
    assert.deepEqual(findGrowth(samples).broken, [
      "open files of a web process: from 79 to 119",
    ]);
  });

  test("that there is too little to tell from three samples", () => {
    assert.deepEqual(findGrowth(samplesOf(() => 200).slice(0, 3)).broken, [
      "too few samples to tell",
    ]);
  });
});
