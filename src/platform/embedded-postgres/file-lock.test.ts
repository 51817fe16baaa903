import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { describe, test } from "node:test";
import { tryLock, waitForLock } from "./file-lock.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const module = new URL("file-lock.ts", import.meta.url).href;

function holdInOtherProcess(file: string, mode: string) {
  const code = `
    import { tryLock } from ${JSON.stringify(module)};
    const lock = tryLock(${JSON.stringify(file)}, "${mode}");
    console.log(lock ? "held" : "refused");
    setInterval(() => lock, 1000);`;
  return spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

void describe("a file lock", () => {
  const folder = temporaryFolder();

  void test("has one exclusive or many shared holders, also in one process", () => {
    const file = path.join(folder, "one");
    const first = tryLock(file, "shared");
    const second = tryLock(file, "shared");
    assert.ok(first && second);
    assert.equal(tryLock(file, "exclusive"), undefined);
    first.release();
    assert.equal(tryLock(file, "exclusive"), undefined);
    second.release();
    const exclusive = tryLock(file, "exclusive");
    assert.ok(exclusive);
    assert.equal(exclusive.isHeld(), true);
    assert.equal(tryLock(file, "shared"), undefined);
    exclusive.release();
    exclusive.release();
    assert.equal(exclusive.isHeld(), false);
  });

  for (const mode of ["exclusive", "shared"]) {
    void test(`(${mode}) of a process that is killed with -9 is free again`, async () => {
      const file = path.join(folder, `killed-${mode}`);
      const other = holdInOtherProcess(file, mode);
      assert.deepEqual(String(await once(other.stdout, "data")), "held\n");
      assert.equal(tryLock(file, "exclusive"), undefined);

      other.kill("SIGKILL");
      const lock = await waitForLock(file, "exclusive", 5000);
      assert.ok(lock);
      lock.release();
    });
  }

  void test("is waited for only so long", async () => {
    const file = path.join(folder, "waited");
    const held = tryLock(file, "exclusive");
    assert.equal(await waitForLock(file, "exclusive", 50), undefined);
    held?.release();
  });
});
