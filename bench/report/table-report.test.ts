import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { atMost, type Row } from "../table.ts";
import { gatherRows } from "./gather-rows.ts";
import { tableReport } from "./table-report.ts";

const ms = (name: string, value: number) =>
  atMost(name, value, { goal: 10, unit: "ms" });

void describe("rows of the bench", () => {
  void test("are told as they are measured, and stay when a later part fails", async () => {
    const events: string[] = [];
    async function* measured(): AsyncGenerator<Row> {
      events.push("first");
      yield ms("page", 3);
      events.push("second");
      yield ms("step", 30);
      throw new Error("the portal is gone");
    }
    const { rows, faults } = await gatherRows(measured(), (line) =>
      events.push(line),
    );
    assert.deepEqual(events, [
      "first",
      "page: 3.0 ms (goal ≤ 10 ms: ✓)",
      "second",
      "step: 30 ms (goal ≤ 10 ms: missed)",
    ]);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["page", "step"],
    );
    assert.match(String(faults), /the portal is gone/);
  });

  void test("take the place of those of the same name in the kept table, and leave the others with their day", () => {
    const old = { processor: "1 × old", measuredOn: "2026-01-02" };
    const kept = [
      { ...ms("page", 9), ...old },
      { ...ms("step", 9), ...old },
    ];
    const { text, figures } = tableReport(kept, [
      ms("page", 3),
      ms("submit", 4),
    ]);
    const lines = text.split("\n").slice(4);
    assert.match(lines[0] ?? "", /^\| page \| 3\.0 ms \| ≤ 10 ms \| ✓ \|/);
    assert.equal(
      lines[1],
      "| step | 9.0 ms | ≤ 10 ms | ✓ |  | 2026-01-02 | 1 × old |",
    );
    assert.match(lines[2] ?? "", /^\| submit \|/);
    assert.deepEqual(tableReport(figures, []).text, text);
  });
});
