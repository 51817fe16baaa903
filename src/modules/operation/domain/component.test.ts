import assert from "node:assert/strict";
import { test } from "node:test";
import {
  availabilityOf,
  daysUpTo,
  minuteOf,
  percentOf,
  stateOfDelay,
  stateOfMail,
} from "./component.ts";

test("availability counts looks that found the part working, and says nothing where nobody looked", () => {
  assert.equal(availabilityOf([]), undefined);
  assert.equal(
    availabilityOf([undefined, { up: 0, disturbed: 0, down: 0 }]),
    undefined,
  );
  assert.equal(
    availabilityOf([
      { up: 90, disturbed: 5, down: 5 },
      undefined,
      { up: 100, disturbed: 0, down: 0 },
    ]),
    0.975,
  );
});

test("one minute away in a quarter of a year is not 100 percent", () => {
  assert.equal(percentOf(129_599 / 129_600), 99.99);
  assert.equal(percentOf(1), 100);
});

test("a delay disturbs first, and after long is as good as down", () => {
  const limits = { disturbed: 600, down: 3600 };
  assert.deepEqual(
    [600, 601, 3600, 3601].map((seconds) => stateOfDelay(seconds, limits)),
    ["up", "disturbed", "disturbed", "down"],
  );
});

test("days go over the end of a month and the change of the clock", () => {
  assert.deepEqual(daysUpTo("2027-03-02", 3), [
    "2027-02-28",
    "2027-03-01",
    "2027-03-02",
  ]);
  assert.deepEqual(daysUpTo("2027-03-29", 2), ["2027-03-28", "2027-03-29"]);
});

test("looks within a minute are one", () => {
  assert.equal(
    minuteOf(new Date("2027-03-03T14:07:59.999Z")).toISOString(),
    "2027-03-03T14:07:00.000Z",
  );
});

test("some mails that wait do not disturb; many do, and when none goes out the way is cut", () => {
  const flow = (stuck: number, sent: number, overdueSeconds = 0) =>
    stateOfMail({ stuck, sent, overdueSeconds });
  assert.equal(flow(4, 0), "up");
  assert.equal(flow(5, 100), "up");
  assert.equal(flow(20, 100), "disturbed");
  assert.equal(flow(5, 0), "down");
  assert.equal(flow(0, 9, 601), "disturbed");
  assert.equal(flow(0, 9, 3601), "down");
});
