import assert from "node:assert/strict";
import { test } from "node:test";
import { isAuditKey } from "../src/modules/audit/i18n/texts.ts";
import { listFiles, readText } from "./source-text.ts";

/** Actions that a module records, as they stand in its source. */
function recordedActions(): readonly string[] {
  const found = listFiles("src/modules/**/*.ts")
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap((file) => [
      ...readText(file).matchAll(/\baction: "([a-z-]+\.[a-z-]+)"/gu),
    ])
    .map(([, action = ""]) => action);
  return [...new Set(found)].toSorted();
}

test("auditors read a sentence for every action that is recorded", () => {
  const actions = recordedActions();
  assert.ok(actions.length > 50);
  assert.deepEqual(
    actions.filter((action) => !isAuditKey(`action.${action}`)),
    [],
  );
});
