import assert from "node:assert/strict";
import { test } from "node:test";
import { listFiles, readText } from "./source-text.ts";

const call =
  /(?<!\w)logger\??\.(?:info|warn|error|debug)\(\s*(?:\{[^]*?\},|\w+,)?\s*"(?<line>[^"]+)"/g;
const begun = /(?<!\w)logger\??\.(?:info|warn|error|debug)\(/g;

/** What hands lines on, its own writes none. */
const sources = listFiles("src/**/*.ts").filter(
  (path) => !/\.test\.ts$|\/testing\/|^src\/platform\/logging\//.test(path),
);

test("the inventory of logs names every line that the program writes, and no other", () => {
  const written = sources.flatMap((path) => {
    const text = readText(path);
    const lines = [...text.matchAll(call)].map(
      ({ groups }) => groups?.["line"] ?? "",
    );
    assert.equal(lines.length, [...text.matchAll(begun)].length, path);
    return lines;
  });
  const named = readText("docs/operation/logs.md")
    .split("\n")
    .flatMap(
      (row) => /^\| `(?<line>[^`]+)` /.exec(row)?.groups?.["line"] ?? [],
    );
  assert.deepEqual(named.toSorted(), [...new Set(written)].toSorted());
});
