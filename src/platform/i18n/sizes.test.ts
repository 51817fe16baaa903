import assert from "node:assert/strict";
import { test } from "node:test";
import { formatSize } from "./sizes.ts";

test("sizes are short, in the units of file managers", () => {
  assert.equal(formatSize(0, "de"), "1\u00a0kB");
  assert.equal(formatSize(120_600, "de"), "121\u00a0kB");
  assert.equal(formatSize(3_410_000, "de"), "3,4\u00a0MB");
  assert.equal(formatSize(3_410_000, "en"), "3.4\u00a0MB");
  assert.equal(formatSize(12_340_000_000, "de"), "12,3\u00a0GB");
});
