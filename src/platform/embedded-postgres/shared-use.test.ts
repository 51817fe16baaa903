import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { programOf } from "./other-process.ts";
import { startUser } from "./testing/database-user.ts";
import { query } from "./testing/query.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

void describe("two processes on one data folder", () => {
  const dataDir = temporaryFolder();

  void test("a second portal is refused and told who is there; after kill -9 it is not", async () => {
    const first = startUser({ role: "portal", dataDir });
    await first.hear("ready");

    const second = startUser({ role: "portal", dataDir });
    const { code, message } = await second.hear("refused");
    assert.equal(code, "data-folder-in-use");
    assert.match(String(message), new RegExp(String(first.process.pid)));
    assert.match(String(message), /DATA_DIR/);

    await first.kill();
    const third = startUser({ role: "portal", dataDir });
    await third.hear("ready");
    await third.stop();
  });

  void test("a command uses the portal's server and leaves it running", async () => {
    const portal = startUser({ role: "portal", dataDir });
    const { address, processId } = await portal.hear("ready");
    const command = startUser({ role: "command", dataDir });
    const seen = await command.hear("ready");
    assert.equal(seen.processId, processId);
    assert.deepEqual(seen.address, address);
    await command.stop();
    assert.deepEqual(await query(address, "select 1 as one"), [{ one: 1 }]);
    await portal.stop();
  });

  void test("whoever uses the server last ends it", async () => {
    const command = startUser({ role: "command", dataDir });
    const { address, processId } = await command.hear("ready");
    const portal = startUser({ role: "portal", dataDir });
    assert.ok(await portal.hear("taken-over"));
    await portal.hear("ready");

    await command.stop();
    await query(address, "select 1");
    await portal.stop();
    assert.equal(programOf(processId ?? 0), undefined);
  });

  void test("eight that start at the same moment on an empty folder share one server", async () => {
    const empty = path.join(temporaryFolder(), "data");
    const users = Array.from({ length: 8 }, () =>
      startUser({ role: "command", dataDir: empty }),
    );
    const ready = await Promise.all(users.map((user) => user.hear("ready")));
    assert.equal(new Set(ready.map((each) => each.processId)).size, 1);
    assert.equal(ready.filter((each) => each.tookOver === false).length, 1);
    await Promise.all(users.map((user) => user.stop()));
    assert.equal(programOf(ready[0]?.processId ?? 0), undefined);
  });

  void test("a server left over by another version is ended and started anew", async () => {
    const killed = startUser({ role: "portal", dataDir });
    const before = await killed.hear("ready");
    await killed.kill();
    const record = path.join(dataDir, "postgres.json");
    const text = readFileSync(record, "utf8");
    writeFileSync(record, text.replace("max_connections=100", "older"));

    const next = startUser({ role: "portal", dataDir });
    assert.ok(await next.hear("started"));
    const after = await next.hear("ready");
    assert.notEqual(after.processId, before.processId);
    assert.equal(programOf(before.processId ?? 0), undefined);
    await next.stop();
  });
});
