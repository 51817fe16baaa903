import assert from "node:assert/strict";
import { test } from "node:test";
import type { Person } from "./come-in.ts";
import { mostInside, overtakenIn } from "./judge-run.ts";

const person = (askedAt: number, begunAt: number, sentAt: number): Person => ({
  ...{ askedAt, begunAt, sentAt },
  knewAt: askedAt + 1,
  place: 1,
  reference: "",
});

void test("who leaves at the moment another begins makes room", () => {
  assert.equal(mostInside([person(0, 0, 10), person(0, 10, 20)]), 1);
  assert.equal(
    mostInside([person(0, 0, 10), person(0, 9, 20), person(0, 9.5, 12)]),
    3,
  );
});

void test("somebody who came later and begins more than two looks earlier has overtaken", () => {
  const early = person(0, 60_000, 70_000);
  assert.deepEqual(
    overtakenIn({ persons: [early, person(5_000, 59_000, 1)], lookMs: 3_000 }),
    [],
  );
  assert.equal(
    overtakenIn({ persons: [early, person(5_000, 50_000, 1)], lookMs: 3_000 })
      .length,
    1,
  );
});
