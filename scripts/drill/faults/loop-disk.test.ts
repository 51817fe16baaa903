import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import { fileSystems, openLoopDisk } from "./loop-disk.ts";

const isRoot = process.getuid?.() === 0;
const has = (program: string) => spawnSync("which", [program]).status === 0;

describe("a disk whose power is cut", () => {
  for (const kind of fileSystems)
    test(`loses what was not flushed, keeps what was, and is mounted again although somebody works in it (${kind})`, async (t) => {
      if (!isRoot || !has(`mkfs.${kind}`) || !has("xfs_io")) {
        t.skip("needs root, xfsprogs and e2fsprogs");
        return;
      }
      const parent = await mkdtemp(path.join(os.tmpdir(), "orh-loop-disk-"));
      const disk = openLoopDisk(parent, kind);
      try {
        const kept = path.join(disk.folder, "kept");
        const lost = path.join(disk.folder, "lost");
        writeFileSync(kept, "flushed", { flush: true });
        writeFileSync(lost, "not flushed");
        // As a database backend that waits for one that is gone: it does not end when asked to.
        const worker = spawn(
          process.execPath,
          [
            "-e",
            "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)",
          ],
          { cwd: disk.folder },
        );
        await once(worker, "spawn");
        const ended = once(worker, "exit");
        disk.cutPower();
        assert.throws(() => {
          writeFileSync(kept, "too late");
        });
        await disk.powerOn();
        await ended;
        assert.ok(existsSync(kept));
        assert.ok(!existsSync(lost));
      } finally {
        await disk.remove();
        await rm(parent, { recursive: true });
      }
    });
});
