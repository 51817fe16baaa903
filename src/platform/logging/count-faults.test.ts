import assert from "node:assert/strict";
import { test } from "node:test";
import { countFaults, createFaultCounts } from "./count-faults.ts";
import { createLogger } from "./logger.ts";

function watched() {
  const lines: string[] = [];
  const counts = createFaultCounts();
  const write = (line: string) => void lines.push(line);
  return {
    lines,
    counts,
    logger: countFaults(createLogger("info", { write }), counts),
  };
}

test("errors are logged as before, and counted by what the line says and what fault it was", () => {
  const { lines, counts, logger } = watched();
  const fault = Object.assign(new TypeError("Erika Musterfrau"), {
    code: "23505",
  });
  logger.error({ error: fault }, "job failed");
  logger.child({ part: "worker" }).error({ error: fault }, "job failed");
  logger.error({}, "the database is away");
  logger.warn({ error: fault }, "not an error");
  assert.equal(lines.length, 4);
  assert.match(lines[0] ?? "", /"kind":"TypeError","code":"23505"/);
  assert.deepEqual(
    [...counts.take()],
    [
      ["job failed (TypeError 23505)", 2],
      ["the database is away", 1],
    ],
  );
  assert.deepEqual([...counts.take()], []);
});

test("nothing of a fault's message or of a name that somebody made up gets into a kind", () => {
  const { counts, logger } = watched();
  const fault = Object.assign(new Error("geheim"), {
    name: "Erika Musterfrau",
    code: "erika@example.org",
  });
  logger.error({ error: fault }, "request failed");
  assert.deepEqual([...counts.take().keys()], ["request failed (Error)"]);
});

test("however many kinds there are, fifty are told apart; what could not be kept is counted again", () => {
  const { counts } = watched();
  for (let index = 0; index < 60; index += 1)
    counts.note(`kind ${String(index)}`);
  const taken = counts.take();
  assert.equal(taken.size, 51);
  assert.equal(taken.get("other"), 10);
  counts.note("kind 1");
  counts.giveBack(taken);
  assert.equal(counts.take().get("kind 1"), 2);
});
