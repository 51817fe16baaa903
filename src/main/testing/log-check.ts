import assert from "node:assert/strict";
import type { TestPortal } from "./test-portal.ts";

/** Fails when one of the words (names, mail addresses, links, answers) stands in a line of the log. */
export function assertNotLogged(
  { log }: Pick<TestPortal, "log">,
  words: readonly string[],
): void {
  for (const word of words) {
    const line = log.find((entry) => entry.includes(word));
    assert.equal(line, undefined, `"${word}" was logged`);
  }
}

/** Fails when the portal logged a fault of its own. */
export function assertNoFaults({ log }: Pick<TestPortal, "log">): void {
  const faults = log.filter((line) => Number(levelOf(line)) >= 50);
  assert.deepEqual(faults, []);
}

function levelOf(line: string): unknown {
  const entry: unknown = JSON.parse(line);
  return typeof entry === "object" && entry && "level" in entry
    ? entry.level
    : undefined;
}
