import assert from "node:assert/strict";
import { chmodSync, chownSync, cpSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { embeddedBinaries } from "./binaries.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { isRoot } from "./system-user.ts";
import { startUser } from "./testing/database-user.ts";
import { query } from "./testing/query.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const nobody = 65_534;

void describe("the user the server runs as", () => {
  void test("is never root, and owns only the cluster", async () => {
    const dataDir = path.join(temporaryFolder(), "data");
    const database = await startEmbeddedPostgres({ dataDir });
    const uid = statSync(`/proc/${String(database.processId)}`).uid;
    assert.notEqual(uid, 0);
    assert.equal(statSync(path.join(dataDir, "postgres")).uid, uid);
    assert.equal(statSync(dataDir).uid, process.getuid?.());
    await database.stop();
  });

  void test("needs no permission to write into node_modules", async () => {
    const { bin, bundle } = embeddedBinaries();
    const lib = path.join(bundle?.root ?? bin, "lib");
    const before = readdirSync(lib);
    const dataDir = temporaryFolder();
    if (isRoot()) chownSync(dataDir, nobody, nobody);
    const user = startUser({
      role: "portal",
      dataDir,
      ...(isRoot() ? { uid: nobody } : {}),
    });
    const { address } = await user.hear("ready");
    assert.deepEqual(await query(address, "select current_user::text as me"), [
      { me: "openrathaus" },
    ]);
    await user.stop();
    assert.deepEqual(readdirSync(lib), before);
  });

  void test("can run programs that lie where only root may look", async () => {
    const { bundle } = embeddedBinaries();
    assert.ok(bundle);
    const clone = temporaryFolder();
    const root = path.join(clone, "node_modules", "native");
    cpSync(bundle.root, root, {
      recursive: true,
      filter: (file) => !file.endsWith(".a"),
    });
    chmodSync(clone, 0o700);
    const binaries = {
      bin: path.join(root, "bin"),
      bundle: { ...bundle, root },
    };
    const dataDir = path.join(clone, "data");
    for (const how of ["created", "started"]) {
      const events: string[] = [];
      const database = await startEmbeddedPostgres({
        dataDir,
        binaries,
        onEvent: ({ kind }) => events.push(kind),
      });
      assert.deepEqual(events, [how]);
      assert.deepEqual(await query(database.address, "select 1 as one"), [
        { one: 1 },
      ]);
      await database.stop();
    }
  });
});
