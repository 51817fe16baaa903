import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { programOf } from "./other-process.ts";
import { startUser } from "./testing/database-user.ts";
import { query } from "./testing/query.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

void describe("after a crash", () => {
  const dataDir = temporaryFolder();
  const start = () => startUser({ role: "portal", dataDir });

  void test("of the portal: the left-over server is taken over, with its open connections", async () => {
    const killed = start();
    const before = await killed.hear("ready");
    await killed.kill();

    const next = start();
    assert.ok(await next.hear("taken-over"));
    const after = await next.hear("ready");
    assert.equal(after.processId, before.processId);
    assert.equal(after.tookOver, true);
    assert.deepEqual(after.address, before.address);
    await next.stop();
    assert.equal(programOf(before.processId ?? 0), undefined);
  });

  void test("of the server: the portal starts it again behind the same socket, nothing is lost", async () => {
    const user = start();
    const { address, processId } = await user.hear("ready");
    await query(address, "create table kept (word text)");
    await query(address, "insert into kept values ('bestätigt')");

    process.kill(processId ?? 0, "SIGKILL");
    const restarted = await user.hear("restarted");
    assert.notEqual(restarted.processId, processId);
    assert.deepEqual(await query(address, "select word from kept"), [
      { word: "bestätigt" },
    ]);
    await user.stop();
  });

  void test("of portal and server at once: the next portal starts it again", async () => {
    const killed = start();
    const { address, processId } = await killed.hear("ready");
    await query(address, "create table kept_too as select 'da' as word");
    await killed.kill();
    process.kill(processId ?? 0, "SIGKILL");

    const next = start();
    assert.ok(await next.hear("started"));
    const after = await next.hear("ready");
    assert.deepEqual(await query(after.address, "select word from kept_too"), [
      { word: "da" },
    ]);
    await next.stop();
  });

  void test("a busy backend that outlived its server does not prevent the start", async () => {
    const killed = start();
    const { address, processId } = await killed.hear("ready");
    const endless = query(
      address,
      "select count(*) from generate_series(1, 1e12)",
    ).catch(() => "ended");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await killed.kill();
    process.kill(processId ?? 0, "SIGKILL");

    const next = start();
    assert.ok(await next.hear("started"));
    assert.equal(await endless, "ended");
    await next.stop();
  });
});

void describe("the recorded process id", () => {
  const dataDir = temporaryFolder();

  void test("of another program is neither believed nor touched", async () => {
    const killed = startUser({ role: "portal", dataDir });
    const { processId } = await killed.hear("ready");
    await killed.kill();
    process.kill(processId ?? 0, "SIGKILL");
    const pidFile = path.join(dataDir, "postgres", "postmaster.pid");
    const lines = readFileSync(pidFile, "utf8").split("\n");
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));

    const next = startUser({ role: "portal", dataDir });
    assert.ok(await next.hear("started"));
    await next.stop();
  });

  void test("is not enough: a server whose socket is gone is replaced", async () => {
    const killed = startUser({ role: "portal", dataDir });
    const before = await killed.hear("ready");
    await killed.kill();
    rmSync(path.dirname(before.address?.host ?? ""), { recursive: true });

    const next = startUser({ role: "portal", dataDir });
    assert.ok(await next.hear("started"));
    const after = await next.hear("ready");
    assert.deepEqual(await query(after.address, "select 1 as one"), [
      { one: 1 },
    ]);
    assert.equal(programOf(before.processId ?? 0), undefined);
    await next.stop();
  });
});
