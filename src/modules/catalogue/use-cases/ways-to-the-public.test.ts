import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

/**
 * Who writes what everybody reads. A new name here needs an answer to: what about four eyes? Imports, the demo and what is taken over
 * from an authority above as it is are meant to be without.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  "saveLeistung(": [
    "edit-leistung.ts",
    "publish-content.ts",
    "take-over-from-above.ts",
  ],
  "saveChanges(": ["apply-directory.ts", "follow-above.ts"],
  "showWithAbove(": ["follow-above.ts"],
  "publishLeistungen(": [
    "apply-directory.ts",
    "company.ts",
    "save-leistung.ts",
    "seed-catalogue-demo.ts",
  ],
  "saveHidden(": ["turn-visibility.ts"],
  "turnVisibility(": ["decide-approval.ts", "edit-leistung.ts"],
  "savePlan(": ["plan-publication.ts"],
  "publishIn(": [
    "decide-approval.ts",
    "plan-publication.ts",
    "publish-content.ts",
  ],
  "planIn(": ["decide-approval.ts", "plan-publication.ts"],
};

test("nothing else of the module makes a Leistung public than what asks for an approval", () => {
  const files = globSync("src/modules/catalogue/**/*.ts").filter(
    (file) => !/\.test\.ts$|\/testing\//.test(file),
  );
  assert.ok(files.length > 100);
  for (const [call, names] of Object.entries(known)) {
    const callers = files
      .filter((file) =>
        readFileSync(file, "utf8")
          .split("\n")
          .some(
            (line) => line.includes(call) && !line.includes(`function ${call}`),
          ),
      )
      .map((file) => file.split("/").at(-1));
    assert.deepEqual(callers.toSorted(), names, call);
  }
});
