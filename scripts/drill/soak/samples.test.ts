import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { plotOf } from "./report.ts";
import { findGrowth, trendsOf, type Sample } from "./samples.ts";

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
    deadRows: 100,
    liveRows: 900,
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

  test("that nobody clears away where more and more rows are dead", () => {
    const samples = samplesOf(() => 200).map((sample, index) => ({
      ...sample,
      deadRows: 40 * index,
    }));
    assert.deepEqual(findGrowth(samples).broken, [
      "dead rows, % of all: from 39 to 60",
    ]);
  });

  test("that jobs wait longer and longer", () => {
    const samples = samplesOf(() => 200).map((sample, index) => ({
      ...sample,
      jobsLateSeconds: 4 * index,
    }));
    assert.deepEqual(findGrowth(samples).broken, [
      "oldest due job late by, s: from 58 to 138",
    ]);
  });

  test("how fast, which a fault of some minutes does not change", () => {
    const samples = samplesOf((index) =>
      index > 20 && index < 26 ? 900 : 200 + index / 10,
    );
    const trends = new Map(
      trendsOf(samples).map(({ name, perHour }) => [name, perHour.toFixed(1)]),
    );
    assert.equal(trends.get("memory of a web process, MB"), "6.0");
    assert.equal(trends.get("open files of a worker"), "0.0");
    assert.equal(trends.get("database, MB"), "60.0");
  });

  test("as a picture with a line for each part", () => {
    const plot = plotOf(samplesOf(() => 200));
    assert.equal(plot.match(/<polyline/g)?.length, 4);
    assert.ok(!plot.includes("NaN") && !plot.includes("Infinity"));
  });
});
