import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { runs } from "../../../platform/testing/thorough.ts";
import {
  groupAnswers,
  occurrencesOf,
  type Answers,
} from "../domain/answers.ts";
import { listOpenables } from "../domain/correction/narrow-form.ts";
import { arbitraryForm } from "../testing/arbitrary-form.ts";
import { arbitraryRuledForm } from "../testing/arbitrary-rules.ts";
import { evaluated } from "../testing/evaluated.ts";
import { fillWhole } from "../testing/fill-whole.ts";
import { openForm } from "./correction.ts";

/** What stands at an element, of all its occurrences. */
function answersAt(answers: Answers, path: string) {
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const around = keys.reduce<Answers>(
    (outer, key) => groupAnswers(occurrencesOf(outer, key)[0]),
    answers,
  );
  return occurrencesOf(around, last);
}

/** `G.F` first stands at `G.0.F.0`. */
function occurrenceOf(path: string): string {
  return path
    .split(".")
    .map((key) => `${key}.0`)
    .join(".");
}

test("any correction changes what is open and nothing else, and never opens what somebody else confirmed", () => {
  fc.assert(
    fc.property(
      fc.oneof(arbitraryForm, arbitraryRuledForm),
      fc.tuple(fc.nat({ max: 1e6 }), fc.nat({ max: 1e6 })),
      fc.infiniteStream(fc.constantFrom("asked", "confirmed", "closed")),
      (form, [sentSeed, laterSeed], standings) => {
        const sent = evaluated(
          form,
          fillWhole(form, () => "right", sentSeed).answers,
        );
        const later = fillWhole(form, () => "right", laterSeed).answers;
        const paths = listOpenables(form).map(({ path }) => path);
        const standingOf = new Map(
          paths.map((path) => [path, standings.next().value as string]),
        );
        const having = (standing: string) =>
          paths.filter((path) => standingOf.get(path) === standing);
        const { part, answers } = openForm(form, {
          sent,
          asked: having("asked"),
          confirmed: having("confirmed").map(occurrenceOf),
          answers: later,
          today: "2026-11-25",
        });
        const open = new Set(listOpenables(part).map(({ path }) => path));
        for (const path of paths)
          assert.deepEqual(
            answersAt(answers, path),
            answersAt(open.has(path) ? later : sent.typed, path),
            path,
          );
        for (const path of having("asked")) assert.ok(open.has(path), path);
        for (const path of having("confirmed"))
          assert.ok(!open.has(path), path);
      },
    ),
    { numRuns: runs(40) },
  );
});
