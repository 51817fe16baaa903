import assert from "node:assert/strict";
import { test } from "node:test";
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
