import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { settingNames } from "../src/platform/config/setting-names.ts";
import { readText } from "./source-text.ts";

describe("settings", () => {
  const known = [...settingNames()].toSorted();

  test("are all explained to operators, and nothing else is", () => {
    assert.deepEqual(rowsOf("docs/operation/settings.md").toSorted(), known);
  });

  test("that the README shows are there", () => {
    const shown = rowsOf("README.md");
    assert.ok(shown.includes("DATABASE_URL"));
    assert.deepEqual(
      shown.filter((name) => !known.includes(name)),
      [],
    );
  });
});

/** Names in the first column of tables. */
function rowsOf(file: string): readonly string[] {
  return readText(file)
    .split("\n")
    .map((line) => /^\| (?<names>`[A-Z][^|]*)\|/u.exec(line)?.groups?.["names"])
    .flatMap((names = "") => [...names.matchAll(/`(?<name>[A-Z0-9_]+)`/gu)])
    .map((match) => match.groups?.["name"] ?? "");
}
