import assert from "node:assert/strict";
import { test } from "node:test";
import { isTest } from "./named-tests.ts";
import { listFiles, readText } from "./source-text.ts";

const sources = [...listFiles("src/**/*.ts"), ...listFiles("bin/**/*.ts")];
const shipped = sources.filter((path) => !/\.test\.ts$|\/testing\//.test(path));

/** What each starts: fixed programs, with arguments as a list. */
const starters: Readonly<Record<string, string>> = {
  "src/modules/federation/demo/start-demo-providers.ts": "peers of the demo",
  "src/platform/embedded-postgres/other-process.ts": "asks for a process id",
  "src/platform/embedded-postgres/run-program.ts": "initdb and the like",
  "src/platform/embedded-postgres/runtime-folder.ts": "user of the database",
  "src/platform/embedded-postgres/server.ts": "the embedded database",
  "src/ui/script-bundle.ts": "the bundler, before the start",
};

test("a program is started in named places only, and never by a shell", () => {
  const starts = shipped.filter((path) =>
    readText(path).includes('"node:child_process"'),
  );
  assert.deepEqual(starts.sort(), Object.keys(starters).sort());
  for (const path of starts)
    assert.doesNotMatch(
      readText(path),
      /shell:|(?<!\w)exec(?:Sync)?\(|"(?:\/bin\/)?(?:ba)?sh"/,
      path,
    );
});

test("scripts keep nothing in the browser's storage but the mark that a form was just kept", () => {
  const storing = [
    ...listFiles("src/**/*.js"),
    ...listFiles("src/**/*.ts"),
  ].filter((path) =>
    /localStorage|sessionStorage|indexedDB|\bcaches\./.test(readText(path)),
  );
  assert.deepEqual(storing, ["src/ui/static/scripts/session-end.js"]);
  const kept = [
    ...readText("src/ui/static/scripts/session-end.js").matchAll(
      /Storage\.setItem\((?<what>[^;]+)\);/g,
    ),
  ].map((found) => found.groups?.["what"]);
  assert.deepEqual(kept, ["keptMark, `${form.action} ${Date.now()}`"]);
});

test("the list of data names every schema of the database, each with a level", () => {
  const schemas = [
    ...readText("db/schema.sql").matchAll(/^create table (?<schema>\w+)\./gm),
  ].map(({ groups }) => groups?.["schema"]);
  const named = readText("docs/security/data.md")
    .split("\n")
    .flatMap(
      (row) =>
        /^\| `(?<schema>\w+)` +\| (?:public|internal|confidential|secret) /.exec(
          row,
        )?.groups?.["schema"] ?? [],
    );
  assert.deepEqual(named.toSorted(), [...new Set(schemas)].toSorted());
});

/** Of what each makes an expression: an expression is text that somebody may have typed, unless it stands here why not. */
const expressions: Readonly<Record<string, string>> = {
  "src/modules/catalogue/demo/read-demo-texts.ts": "words of the program",
  "src/modules/catalogue/domain/content/markup-tokens.ts":
    "a name, letters only",
  "src/modules/forms/domain/pattern-parser.ts":
    "one class of a form's pattern, for one character; all else is read by an automaton",
  "src/modules/forms/field-types/coordinates.ts": "words of the program",
  "src/platform/files/media-type.ts": "words of the program",
  "src/platform/values/latin-characters.ts": "tables of DIN 91379",
  "src/platform/values/readable-code.ts": "a number",
};

test("an expression is made at run time in named places only, and never of what somebody typed", () => {
  const making = [...shipped, ...listFiles("src/**/*.js")].filter((path) =>
    /\bRegExp\(/.test(readText(path)),
  );
  assert.deepEqual(making.toSorted(), Object.keys(expressions).toSorted());
});

test("the list of parts that not everybody may read or write names a test for each", () => {
  const rows = readText("docs/security/fields.md")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| part"));
  const untested = rows
    .filter((line) => !line.startsWith("| ---"))
    .map((line) => line.split("|").at(-2)?.trim() ?? "")
    .filter((named) => !isTest(named));
  assert.ok(rows.length > 20);
  assert.deepEqual(untested, []);
});
