import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Step, VorgangEvent } from "./events.ts";
import { faultOfNote, longestNote, normaliseNote } from "./note.ts";
import { formatCursor, parseCursor } from "./queue.ts";
import {
  allowedSteps,
  isAllowed,
  stateAfterStep,
  stateOf,
  vorgangStates,
  type VorgangState,
} from "./states.ts";

const allSteps: readonly Step["kind"][] = [
  "taken-into-work",
  "question-asked",
  "answered",
  "decided",
  "closed",
  "note-to-applicant",
];

/** The table as the office would draw it: state, step, next state; what is missing is not allowed. */
const table: readonly [VorgangState, Step["kind"], VorgangState][] = [
  ["received", "taken-into-work", "in-progress"],
  ["received", "question-asked", "question"],
  ["received", "decided", "decided"],
  ["received", "note-to-applicant", "received"],
  ["in-progress", "question-asked", "question"],
  ["in-progress", "decided", "decided"],
  ["in-progress", "note-to-applicant", "in-progress"],
  ["question", "answered", "in-progress"],
  ["question", "decided", "decided"],
  ["question", "note-to-applicant", "question"],
  ["decided", "closed", "closed"],
  ["decided", "note-to-applicant", "decided"],
];

describe("steps of a Vorgang", () => {
  for (const state of vorgangStates) {
    for (const step of allSteps) {
      const row = table.find(([from, kind]) => from === state && kind === step);
      test(`${state}: ${step} ${row ? `leads to ${row[2]}` : "is not allowed"}`, () => {
        assert.equal(isAllowed(state, step), row !== undefined);
        if (row) assert.equal(stateAfterStep(state, step), row[2]);
      });
    }
  }
});

const eventAt = (kind: VorgangEvent["kind"], day: number) => ({
  kind,
  at: new Date(Date.UTC(2027, 2, day)),
});

describe("state from events", () => {
  test("the last event that changes the state counts, with its time", () => {
    const events = [
      eventAt("received", 1),
      eventAt("taken-into-work", 2),
      eventAt("note-to-applicant", 3),
    ];
    assert.deepEqual(stateOf(events), {
      state: "in-progress",
      since: new Date(Date.UTC(2027, 2, 2)),
    });
  });

  test("without events there is no state", () => {
    assert.throws(() => stateOf([]), /received/);
  });

  test("walking allowed steps and deriving from the events give the same state", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 12 }), (choices) => {
        const events = [eventAt("received", 1)];
        let state: VorgangState = "received";
        choices.forEach((choice, index) => {
          const steps = allowedSteps(state);
          const step = steps[choice % Math.max(steps.length, 1)];
          if (!step) return;
          state = stateAfterStep(state, step);
          events.push(eventAt(step, index + 2));
        });
        assert.equal(stateOf(events).state, state);
      }),
    );
  });

  test("nothing leads out of closed", () => {
    assert.deepEqual(allowedSteps("closed"), []);
  });
});

describe("notes", () => {
  test("a question and a note need words, a decision does not", () => {
    assert.equal(faultOfNote("question-asked", undefined), "note-missing");
    assert.equal(faultOfNote("note-to-applicant", undefined), "note-missing");
    assert.equal(faultOfNote("decided", undefined), undefined);
  });
  test("blanks are no words", () => {
    assert.equal(normaliseNote(" \r\n \t"), undefined);
  });
  test("length counts letters, not bytes", () => {
    assert.equal(faultOfNote("decided", "😀".repeat(longestNote)), undefined);
    assert.equal(
      faultOfNote("decided", "x".repeat(longestNote + 1)),
      "note-too-long",
    );
  });
});

describe("cursor in an address", () => {
  const id = "01900000-0000-7000-8000-000000000001";
  test("comes back as it went", () => {
    const cursor = { receivedAt: new Date("2027-03-03T08:00:00.123Z"), id };
    assert.deepEqual(parseCursor(formatCursor(cursor)), cursor);
  });
  for (const text of [
    null,
    "",
    "x",
    `9_`,
    `-1_${id}`,
    `999999999999999_${id}x`,
    "1_'; drop",
  ]) {
    test(`${JSON.stringify(text)} is none`, () => {
      assert.equal(parseCursor(text), undefined);
    });
  }
});
