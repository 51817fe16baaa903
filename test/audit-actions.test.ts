import assert from "node:assert/strict";
import { test } from "node:test";
import { isAuditKey } from "../src/modules/audit/i18n/texts.ts";
import { eventKinds } from "../src/modules/vorgaenge/domain/events.ts";
import { roles } from "../src/modules/staff/domain/roles.ts";
import { listFiles, readText } from "./source-text.ts";

/** What a name that is put together can become. */
const families: Readonly<Record<string, readonly string[]>> = {
  "vorgang.${step.kind}": eventKinds
    // The deposit writes the first, handing over the second, the applicant the third: each by an entry of its own name.
    .filter(
      (kind) => !["received", "returned", "note-from-applicant"].includes(kind),
    )
    .map((kind) => `vorgang.${kind}`),
  "vorgang.${assignment.kind}": [],
  "vorgang.${wanted.action}": [
    "vorgang.opened-for-opinion",
    "vorgang.file-opened-for-opinion",
  ],
  "opinion.${wanted.action}": [
    "opinion.opened-for-opinion",
    "opinion.file-opened-for-opinion",
  ],
  "retention.archive-${step}": [
    "retention.archive-offered",
    "retention.archive-taken",
    "retention.archive-refused",
  ],
  "postfach.wished-${wish}": [
    "postfach.wished-paper",
    "postfach.wished-postfach",
  ],
};

/** Source of all modules without their tests. */
const sources = listFiles("src/modules/**/*.ts")
  .filter((file) => !file.endsWith(".test.ts"))
  .map(readText);

/** The first group of everything that fits, each once. */
function findAll(
  pattern: RegExp,
  texts: readonly string[] = sources,
): readonly string[] {
  const found = texts
    .flatMap((text) => [...text.matchAll(pattern)])
    .map(([, first = ""]) => first);
  return [...new Set(found)].toSorted();
}

/** Actions that a module records, as they stand in its source: also those that a condition chooses from. */
function recordedActions(): readonly string[] {
  const values = findAll(/\baction:\s*([^,;{}]+)/gu);
  return findAll(/"([a-z-]+\.[a-z-]+)"/gu, values);
}

test("auditors read a sentence for every action that is recorded", () => {
  const together = findAll(/\baction:\s*`([a-z-]+\.[^`]+)`/gu);
  assert.deepEqual(together, Object.keys(families).toSorted());
  const actions = [...recordedActions(), ...Object.values(families).flat()];
  assert.ok(actions.length > 150);
  assert.deepEqual(
    actions.filter((action) => !isAuditKey(`action.${action}`)),
    [],
  );
});

test("auditors read a word for every kind of thing and of person", () => {
  const kinds = [
    ...findAll(/\bsubject:\s*\{\s*kind: "([a-z-]+)",\s*id\b/gu),
    ...["guest", "citizen", "staff", "system"],
  ];
  assert.ok(kinds.length > 30);
  assert.deepEqual(
    kinds.filter((kind) => !isAuditKey(`kind.${kind}`)),
    [],
  );
});

test("auditors read a word for every role that is given", () => {
  assert.deepEqual(
    roles.filter((role) => !isAuditKey(`value.roles.${role}`)),
    [],
  );
});
