import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  afterAssignment,
  responsibilityOf,
  reverseOf,
  type Assignment,
  type Responsibility,
} from "./assignment.ts";
import type { Step, VorgangEvent } from "./events.ts";
import { faultOfNote, longestNote, normaliseNote } from "./note.ts";
import { formatCursor, parseCursor } from "./queue.ts";
import {
  allowedSteps,
  isAllowed,
  isOpen,
  mayWithdraw,
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
  "withdrawn",
  "handed-over",
  "closed",
  "reopened",
  "note-to-applicant",
];

const nobody: Responsibility = { assigneeId: undefined, teamId: undefined };

const assignment = fc.oneof(
  fc.record({
    kind: fc.constant("assigned" as const),
    assigneeId: fc.constantFrom("kevin", "samira"),
  }),
  fc.record({ kind: fc.constant("unassigned" as const) }),
  fc.record({
    kind: fc.constant("moved-to-team" as const),
    teamId: fc.constantFrom("parking", "dogs"),
  }),
);
const happening = fc.oneof(fc.constantFrom(...allSteps), assignment);

/** Whom an event names. */
const named = (next: Step["kind"] | Assignment) => ({
  assigneeId:
    typeof next !== "string" && next.kind === "assigned"
      ? next.assigneeId
      : undefined,
  teamId:
    typeof next !== "string" && next.kind === "moved-to-team"
      ? next.teamId
      : undefined,
});

/** The table as the office would draw it: state, step, next state; what is missing is not allowed. */
const table: readonly [VorgangState, Step["kind"], VorgangState][] = [
  ["received", "taken-into-work", "in-progress"],
  ["received", "question-asked", "question"],
  ["received", "decided", "decided"],
  ["received", "note-to-applicant", "received"],
  ["in-progress", "question-asked", "question"],
  ["question", "question-asked", "question"],
  ["in-progress", "decided", "decided"],
  ["in-progress", "note-to-applicant", "in-progress"],
  ["question", "answered", "in-progress"],
  ["question", "decided", "decided"],
  ["question", "note-to-applicant", "question"],
  ...(["received", "in-progress", "question"] as const).flatMap(
    (state): [VorgangState, Step["kind"], VorgangState][] => [
      [state, "withdrawn", "withdrawn"],
      [state, "handed-over", "handed-over"],
    ],
  ),
  ...(["decided", "withdrawn", "handed-over"] as const).flatMap(
    (state): [VorgangState, Step["kind"], VorgangState][] => [
      [state, "closed", "closed"],
      [state, "reopened", "in-progress"],
    ],
  ),
  ["withdrawn", "note-to-applicant", "withdrawn"],
  ["handed-over", "note-to-applicant", "handed-over"],
  ["closed", "reopened", "in-progress"],
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

  test("whatever happens in whatever order: what the events say is what was kept", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (wanted) => {
        const events: Pick<
          VorgangEvent,
          "kind" | "at" | "assigneeId" | "teamId"
        >[] = [{ ...eventAt("received", 1), ...nobody }];
        let kept: Responsibility & { state: VorgangState; since: Date } = {
          ...nobody,
          state: "received",
          since: eventAt("received", 1).at,
        };
        for (const [index, next] of wanted.entries()) {
          if (typeof next === "string" && !isAllowed(kept.state, next))
            continue;
          const kind = typeof next === "string" ? next : next.kind;
          const event = { ...eventAt(kind, index + 2), ...named(next) };
          const state = stateAfterStep(kept.state, kind);
          kept = {
            ...(typeof next === "string" ? kept : afterAssignment(kept, next)),
            state,
            since: state === kept.state ? kept.since : event.at,
          };
          events.push(event);
          const { state: derived, since } = stateOf(events);
          assert.deepEqual(
            { ...responsibilityOf(events), state: derived, since },
            kept,
          );
        }
      }),
    );
  });

  test("an assignment is taken back by its reverse", () => {
    fc.assert(
      fc.property(
        assignment,
        fc.option(assignment, { nil: undefined }),
        (done, earlier) => {
          const before = earlier ? afterAssignment(nobody, earlier) : nobody;
          const reverse = reverseOf(before, done.kind);
          if (!reverse) {
            assert.equal(done.kind, "moved-to-team");
            return;
          }
          const after = afterAssignment(before, done);
          assert.deepEqual(afterAssignment(after, reverse), before);
        },
      ),
    );
  });

  test("the applicant may withdraw exactly where the office may note it", () => {
    for (const state of vorgangStates)
      assert.equal(mayWithdraw(state), isAllowed(state, "withdrawn"), state);
  });

  test("what was settled can be taken up again, and nothing else follows closing", () => {
    assert.deepEqual(allowedSteps("closed"), ["reopened"]);
    for (const state of vorgangStates)
      assert.equal(isAllowed(state, "reopened"), !isOpen(state));
  });
});

describe("notes", () => {
  test("a question and a note need words, a decision does not", () => {
    assert.equal(faultOfNote("question-asked", undefined), "note-missing");
    assert.equal(faultOfNote("note-to-applicant", undefined), "note-missing");
    assert.equal(faultOfNote("reopened", undefined), "note-missing");
    assert.equal(faultOfNote("handed-over", undefined), "note-missing");
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
    const cursor = { at: new Date("2027-03-03T08:00:00.123Z"), id };
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
