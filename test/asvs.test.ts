import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { isTest } from "./named-tests.ts";
import { readText, root } from "./source-text.ts";

const file = "docs/security/asvs.md";
const row =
  /^\| (?<id>\d+\.\d+\.\d+) +\| (?<level>[12]) +\| .+? +\| (?<state>test|document|\*\*open\*\*|not applicable) +\| (?<proof>.+?) +\|$/;

const rows = readText(file)
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((line) => ({ line, found: row.exec(line)?.groups }));

test("the check-list has every requirement of level 1 and 2 once, each with a state", () => {
  assert.deepEqual(
    rows.filter(({ found }) => !found).map(({ line }) => line),
    [],
  );
  const ids = rows.map(({ found }) => found?.["id"]);
  assert.equal(new Set(ids).size, ids.length);
  // 253 without the seven of V17 (WebRTC).
  assert.equal(ids.length, 246);
});

test("the sums at its beginning are right", () => {
  const count = (state: string) =>
    rows.filter(({ found }) => found?.["state"]?.includes(state)).length;
  const sums = `Of 246 requirements: ${count("test")} test, ${count("document")} document, ${count("open")} open, ${count("not applicable")} not applicable.`;
  assert.ok(readText(file).includes(sums), sums);
});

test("what it calls tested names a test that is there, and what it calls written down a document", () => {
  const proofs = (state: string) =>
    rows
      .filter(({ found }) => found?.["state"] === state)
      .map(({ found }) => found?.["proof"] ?? "");
  const untested = proofs("test")
    .flatMap((proof) => proof.split(/; (?=`)/))
    .filter((named) => !isTest(named));
  const unwritten = proofs("document").filter((proof) => !isDocument(proof));
  assert.deepEqual([...untested, ...unwritten], []);
});

/** `[name](place)`, from where the list lies. */
function isDocument(proof: string): boolean {
  const target = /\]\((?<target>[^)]+)\)/.exec(proof)?.groups?.["target"];
  const place = path.join(root, path.dirname(file), target ?? "nowhere");
  return existsSync(place);
}
