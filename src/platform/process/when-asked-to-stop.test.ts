import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const script = "src/platform/process/testing/wait-to-be-stopped.ts";

function launch(folder: string) {
  const launcher = spawn(
    process.execPath,
    [path.join(folder, "bin/node24.mjs"), path.join(folder, script)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: launcher.stdout })[
    Symbol.asyncIterator
  ]();
  const nextLine = async (): Promise<string> => {
    const next = await lines.next();
    return next.done === true ? "end of output" : next.value;
  };
  return { launcher, nextLine };
}

async function exitOf(launcher: ChildProcess): Promise<unknown[]> {
  return once(launcher, "exit");
}

void describe("a script started by the launcher", () => {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    void test(`is stopped by ${signal} and gives its exit code back`, async () => {
      const { launcher, nextLine } = launch(root);
      assert.match(await nextLine(), /^running as \d+ on v(2[4-9]|[3-9]\d)/);
      const exit = exitOf(launcher);
      launcher.kill(signal);
      assert.equal(await nextLine(), `stopped by ${signal}`);
      assert.deepEqual(await exit, [7, null]);
    });
  }

  void test("notices that the launcher was killed with -9", async () => {
    const { launcher, nextLine } = launch(root);
    await nextLine();
    launcher.kill("SIGKILL");
    assert.equal(await nextLine(), "stopped by launcher-gone");
  });

  void test("is stopped when the shell that npm started it in is gone", async () => {
    const command = `"${process.execPath}" bin/node24.mjs ${script}; echo the shell waits`;
    const shell = spawn("sh", ["-c", command], {
      cwd: root,
      env: { ...process.env, npm_lifecycle_event: "start" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines = createInterface({ input: shell.stdout })[
      Symbol.asyncIterator
    ]();
    assert.match(String((await lines.next()).value), /^running/);
    shell.kill("SIGTERM");
    assert.equal((await lines.next()).value, "stopped by SIGTERM");
  });

  void test("runs from a folder with umlauts and spaces", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "Größe und Maß "));
    after(() => {
      rmSync(folder, { recursive: true });
    });
    cpSync(path.join(root, "bin"), path.join(folder, "bin"), {
      recursive: true,
    });
    cpSync(
      path.join(root, "src/platform/process"),
      path.join(folder, "src/platform/process"),
      { recursive: true },
    );
    cpSync(path.join(root, "package.json"), path.join(folder, "package.json"));
    symlinkSync(
      path.join(root, "node_modules"),
      path.join(folder, "node_modules"),
    );

    const { launcher, nextLine } = launch(folder);
    assert.match(await nextLine(), /^running/);
    const exit = exitOf(launcher);
    launcher.kill("SIGTERM");
    assert.deepEqual(await exit, [7, null]);
  });
});
