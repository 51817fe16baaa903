import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { keepReport } from "./keep-report.ts";

void test("a report names files of the program, and not where they lie", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "report-"));
  try {
    const file = path.join(folder, "fuzz.md");
    const frame = new Error("a fault").stack ?? assert.fail();
    await keepReport(file, `BROKEN: ${frame}\n`, { faults: [frame] });
    const [text, json] = await Promise.all([
      readFile(file, "utf8"),
      readFile(path.join(folder, "fuzz.json"), "utf8"),
    ]);
    for (const written of [text, json]) {
      assert.match(written, /\(scripts\/drill\/keep-report\.test\.ts:\d+/);
      assert.ok(!written.includes(path.resolve(import.meta.dirname, "../..")));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
