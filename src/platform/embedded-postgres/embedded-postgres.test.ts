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
    void test("starts on an empty folder, keeps what was written and starts again", async () => {
      const dataDir = path.join(temporaryFolder(), "data");
      const first = startUser({ role: "portal", dataDir, ...programs });
      assert.ok(await first.hear("created"));
      const { address, tookOver } = await first.hear("ready");
      assert.equal(tookOver, false);
      await query(address, "create table kept (word text)");
      await query(address, "insert into kept values ('Müller')");
      await first.stop();
      assert.equal(existsSync(path.dirname(address?.host ?? "")), false);

      const second = startUser({ role: "portal", dataDir, ...programs });
      assert.ok(await second.hear("started"));
      const again = await second.hear("ready");
      assert.deepEqual(await query(again.address, "select word from kept"), [
        { word: "Müller" },
      ]);
      await second.stop();
    });

    void test("is durable, has UTF-8 although the system has LANG=C, and opens no network port", async () => {
      const dataDir = temporaryFolder("Daten für Größe und Maß ");
      const env = { PATH: process.env.PATH, LANG: "C", LC_ALL: "C" };
      const user = startUser({ role: "portal", dataDir, env, ...programs });
      const { address } = await user.hear("ready");
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
      await user.stop();
    });

    void test("works in a folder whose path is longer than a socket's may be", async () => {
      const deep = Array.from({ length: 12 }, () => "sehr tief verschachtelt");
      const dataDir = path.join(temporaryFolder(), ...deep);
      const user = startUser({ role: "portal", dataDir, ...programs });
      const { address } = await user.hear("ready");
      assert.deepEqual(await query(address, "select 1 as one"), [{ one: 1 }]);
      await user.stop();
    });

    void test("keeps everyone else out of its files and its socket", async () => {
      const dataDir = path.join(temporaryFolder(), "new", "data");
      const user = startUser({ role: "portal", dataDir, ...programs });
      const { address } = await user.hear("ready");
      const modeOf = (file: string) => statSync(file).mode & 0o777;
      assert.equal(modeOf(dataDir), 0o700);
      assert.equal(modeOf(path.join(dataDir, "postgres")), 0o700);
      assert.equal(modeOf(path.join(dataDir, "postgres.log")), 0o600);
      assert.equal(modeOf(address?.host ?? ""), 0o700);
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
