import assert from "node:assert/strict";
import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { allPrograms } from "./testing/all-programs.ts";
import { startUser } from "./testing/database-user.ts";
import { query } from "./testing/query.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const settings = `select current_setting('server_encoding') as encoding,
  current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
  current_setting('synchronous_commit') as commit,
  current_setting('listen_addresses') as tcp, lower('ÄÖÜ') as lower,
  (select string_agg(w, '' order by w collate "de-x-icu") from unnest(array['z','ä','b']) w) as german`;

for (const { name, ...programs } of allPrograms) {
  void describe(name, () => {
    // LANG=C, and a path that is longer than a socket's may be.
    const env = { PATH: process.env.PATH, LANG: "C", LC_ALL: "C" };
    const dataDir = path.join(
      temporaryFolder("Daten für Größe und Maß "),
      ...Array.from({ length: 12 }, () => "sehr tief verschachtelt"),
    );
    const start = () =>
      startUser({ role: "portal", dataDir, env, ...programs });

    void test("starts on an empty folder, durable, in UTF-8, without a network port, closed to everyone else", async () => {
      const user = start();
      assert.ok(await user.hear("created"));
      const { address, tookOver } = await user.hear("ready");
      assert.equal(tookOver, false);
      assert.deepEqual(await query(address, settings), [
        {
          encoding: "UTF8",
          fsync: "on",
          pages: "on",
          commit: "on",
          tcp: "",
          lower: "äöü",
          german: "äbz",
        },
      ]);
      const modeOf = (file: string) => statSync(file).mode & 0o777;
      assert.equal(modeOf(dataDir), 0o700);
      assert.equal(modeOf(path.join(dataDir, "postgres")), 0o700);
      assert.equal(modeOf(path.join(dataDir, "postgres.log")), 0o600);
      assert.equal(modeOf(address?.host ?? ""), 0o700);

      await query(address, "create table kept (word text)");
      await query(address, "insert into kept values ('Müller')");
      await user.stop();
      assert.equal(existsSync(path.dirname(address?.host ?? "")), false);
    });

    void test("starts again with what was written", async () => {
      const user = start();
      assert.ok(await user.hear("started"));
      const { address } = await user.hear("ready");
      assert.deepEqual(await query(address, "select word from kept"), [
        { word: "Müller" },
      ]);
      await user.stop();
    });
  });
}

void test("a folder that cannot be used is refused with its name", async () => {
  const dataDir = path.join(temporaryFolder(), "data");
  mkdirSync(path.join(dataDir, "postgres", "foreign"), { recursive: true });
  const user = startUser({ role: "portal", dataDir });
  const { code, message } = await user.hear("refused");
  assert.equal(code, "initdb-failed");
  assert.match(String(message), /data/);
});
