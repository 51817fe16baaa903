import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

const program = `
  import { createLogger } from ${JSON.stringify(path.join(import.meta.dirname, "logger.ts"))};
  const logger = createLogger("info");
  for (let line = 0; line < 3; line += 1) {
    logger.info("nobody can read this");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  process.stderr.write("still there");
`;

test(
  "a log on a full disk ends no process",
  { skip: process.platform !== "linux" },
  async () => {
    const full = openSync("/dev/full", "w");
    const child = spawn(
      process.execPath,
      ["--input-type=module", "--eval", program],
      { stdio: ["ignore", full, "pipe"] },
    );
    closeSync(full);
    let said = "";
    child.stderr?.on("data", (chunk) => {
      said += String(chunk);
    });
    const [exitCode] = (await once(child, "close")) as [number | null];
    assert.equal(said, "still there");
    assert.equal(exitCode, 0);
  },
);
