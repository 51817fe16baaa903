import assert from "node:assert/strict";
import { test } from "node:test";
import { readSpan, spanNames, spans, stepOf, stepsOf } from "./figures.ts";

const now = new Date("2027-03-03T14:07:31Z");

test("all workers that measure within five minutes mean the same moment", () => {
  assert.equal(stepOf(now).toISOString(), "2027-03-03T14:05:00.000Z");
  assert.deepEqual(stepOf(new Date("2027-03-03T14:09:59.999Z")), stepOf(now));
});

for (const span of spanNames)
  test(`${span}: steps reach back all of the time without a gap, and the last one holds this moment`, () => {
    const steps = stepsOf(span, now);
    const { lengthMs, stepMs } = spans[span];
    assert.equal(steps.length * stepMs, lengthMs);
    const last = steps.at(-1) ?? 0;
    assert.ok(last <= now.getTime() && now.getTime() < last + stepMs);
    assert.ok(
      steps.every(
        (at, index) => index === 0 || at - (steps[index - 1] ?? 0) === stepMs,
      ),
    );
  });

test("a time that is not offered shows a day", () => {
  assert.equal(readSpan("jahr"), "tag");
  assert.equal(readSpan("woche"), "woche");
});
