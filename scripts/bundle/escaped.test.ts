import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { escaped, escapedColumns } from "./escaped.ts";

void describe("a bundle's script in ASCII", () => {
  void test("means the same: in regular expressions, templates, names, behind a backslash and beyond the first plane", () => {
    const script = String.raw`const größe = /^[–\-„“ü\’]+😀?$/; const tag = (parts) => parts[0]; JSON.stringify([größe.test("„–ü’😀"), tag${"`ä\\\\ö`"}, "\\ü", größe.test("x")])`;
    const plain = escaped(script);
    assert.match(plain, /^[\0-\x7f]+$/);
    assert.deepEqual(run(plain), run(script));
    assert.deepEqual(run(plain), [true, "ä\\ö", "\\ü", false]);
  });

  void test("keeps the places of its parts", () => {
    const script = `a();\nb(/ü–/);c();\nd();`;
    const lines = escaped(script).split("\n");
    const places = [
      ...escapedColumns(
        [
          { line: 0, column: 2, source: 0, sourceLine: 0 },
          { line: 1, column: 8, source: 0, sourceLine: 1 },
          { line: 2, column: 1, source: 0, sourceLine: 2 },
        ],
        script,
      ),
    ].map(({ line, column }) => lines[line]?.slice(column));
    assert.deepEqual(places, [");", "c();", "();"]);
  });
});

/** The value of the last expression; as JSON, since it comes from another realm. */
function run(script: string): unknown {
  return JSON.parse(String(runInNewContext(script)));
}
