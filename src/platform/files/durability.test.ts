import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { directoryFileStore } from "./directory-file-store.ts";
import { runs } from "../testing/thorough.ts";
import { singleTenantCipher } from "./testing/single-tenant-cipher.ts";

const tenantId = "0198c000-0000-7000-8000-000000000001";
const cipher = singleTenantCipher(tenantId);
const root = await mkdtemp(join(tmpdir(), "files-kill-"));
const store = directoryFileStore(root);
after(() => rm(root, { recursive: true }));

const script = join(import.meta.dirname, "testing", "put-until-killed.ts");

/** Killed while it writes the next file, however slow the machine is. */
async function confirmedUntilKilled(files: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, root, tenantId], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const confirmed: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line.length > 37) confirmed.push(line);
    if (confirmed.length === files) child.kill("SIGKILL");
  }
  return confirmed;
}

async function hashOf(fileId: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of await store.open({ tenantId, fileId }, cipher))
    hash.update(chunk as Buffer);
  return hash.digest("hex");
}

test("every confirmed file is there and whole after kill -9 in the middle of uploads", async () => {
  const confirmed: string[] = [];
  for (let round = 0; round < runs(2); round++) {
    confirmed.push(...(await confirmedUntilKilled(5 + round)));
  }
  assert.ok(confirmed.length >= 10);
  for (const line of confirmed) {
    const [fileId = "", sha256] = line.split(" ");
    assert.equal(await hashOf(fileId), sha256);
  }
  // A file may have been in place before its confirmation was written; then it is whole, too.
  for await (const { fileId } of store.list(tenantId)) await hashOf(fileId);
});

test("100 MB pass in and out at constant memory", async () => {
  const key = { tenantId, fileId: "0198c000-0000-7000-8000-0000000000aa" };
  const chunk = Buffer.alloc(64 * 1024 + 77, 7);
  async function* hundredMegabytes() {
    for (let count = 0; count < 1600; count++)
      yield await Promise.resolve(chunk);
  }
  const peak = { bytes: 0 };
  const before = process.memoryUsage.rss();
  const watch = setInterval(
    () =>
      (peak.bytes = Math.max(peak.bytes, process.memoryUsage.rss() - before)),
    20,
  );
  const { sizeBytes } = await store.put(hundredMegabytes(), key, cipher);
  assert.equal(sizeBytes, 1600 * chunk.length);
  await hashOf(key.fileId);
  clearInterval(watch);
  assert.ok(peak.bytes < 60_000_000, `${String(peak.bytes)} bytes at the peak`);
});
