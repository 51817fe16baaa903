import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import pg from "pg";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import { newId } from "../values/id.ts";
import { DatabaseRefused } from "./database-refused.ts";
import { inspectMigrations, migrate, readMigrationState } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";
import { servingRoleName } from "./serving-role.ts";

const migrationsFolder = fileURLToPath(
  new URL("../../../migrations", import.meta.url),
);
const first = "create schema town; create table town.hall (id int)";
const compatible = "alter table town.hall add column height int";
const breaking =
  "-- breaking: the hall moves. Stop all processes.\nalter table town.hall drop column id";

void describe("migrations", () => {
  let database: TestDatabase;
  let folders: string[];
  beforeEach(async () => {
    folders = [];
    database = await createTestDatabase({
      name: "openrathaus_nothing",
      fill: (address) =>
        asSuperuser(
          { address },
          `do $$ begin create role ${servingRoleName} nologin noinherit; exception when duplicate_object or unique_violation then null; end $$`,
        ),
    });
  });
  afterEach(async () => {
    await database.close();
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  /** A program with these migrations. */
  const program = async (...files: readonly string[]) => {
    const folder = await mkdtemp(path.join(tmpdir(), "orh-migrations-"));
    folders.push(folder);
    for (const [index, text] of files.entries())
      await writeFile(
        path.join(folder, `000${String(index + 1)}_part.sql`),
        text,
      );
    return {
      migrate: (mode?: "refuse") =>
        migrate(database.address, folder, mode && { breaking: mode }),
      inspect: () => inspectMigrations(database.address, folder),
      readiness: () =>
        database.database.unscoped((db) => readMigrationState(db, folder)),
    };
  };

  void test("run once, and looking at them changes nothing", async () => {
    const { migrate, inspect } = await program(first, compatible);
    const before = await inspect();
    assert.equal(before.isEmpty, true);
    assert.equal((await inspect()).pending.length, 2);
    assert.equal((await migrate()).applied.length, 2);
    assert.equal((await migrate()).applied.length, 0);
    assert.deepEqual(await inspect(), {
      isEmpty: false,
      pending: [],
      newer: [],
      changed: [],
      last: "0002_part.sql",
    });
  });

  void test("let an older program go on beside what it can live with, and stop it beside what it cannot", async () => {
    const old = await program(first);
    await old.migrate();
    await (await program(first, compatible)).migrate();
    assert.equal((await old.migrate()).applied.length, 0);
    assert.equal((await old.inspect()).newer[0]?.breaking, false);

    await (await program(first, compatible, breaking)).migrate();
    await assert.rejects(old.migrate(), DatabaseRefused);
    const { newer } = await old.readiness();
    assert.deepEqual(
      newer.map((row) => row.breaking),
      [false, true],
    );
  });

  void test("that stop running processes wait until somebody asks for them, except on an empty database", async () => {
    const fresh = await program(breaking.replace("alter", "-- alter"));
    assert.equal((await fresh.migrate("refuse")).applied.length, 1);
    const next = await program(
      breaking.replace("alter", "-- alter"),
      first,
      breaking,
    );
    await assert.rejects(next.migrate("refuse"), /0003_part\.sql/);
    assert.equal((await next.inspect()).pending.length, 2);
    assert.equal((await next.migrate()).applied.length, 2);
  });

  void test("that were changed after they ran are refused", async () => {
    await (await program(first)).migrate();
    const changed = await program(`${first};`);
    await assert.rejects(changed.migrate(), /was changed after it ran/);
    assert.deepEqual((await changed.inspect()).changed, ["0001_part.sql"]);
  });

  void test("go on from a database that did not note yet which were breaking", async () => {
    const old = await program(first);
    await old.migrate();
    // As versions before left the table.
    await asSuperuser(
      database,
      "alter table migrations.applied drop column breaking",
    );
    const next = await program(first, compatible);
    assert.equal((await next.inspect()).pending.length, 1);
    assert.equal((await next.migrate()).applied.length, 1);
  });

  void test("need no superuser: a login that passes row-level security migrates all, and serves behind the wall", async () => {
    const login = `login_${newId().replaceAll("-", "")}`;
    const as = { ...database.address, user: login };
    await asSuperuser(
      database,
      `create role ${login} login createrole; alter database ${database.address.database ?? ""} owner to ${login}`,
    );
    try {
      await assert.rejects(migrate(as, migrationsFolder), DatabaseRefused);
      await asSuperuser(
        database,
        `alter role ${login} bypassrls; grant ${servingRoleName} to ${login}`,
      );
      const { total, applied } = await migrate(as, migrationsFolder);
      assert.equal(applied.length, total);
      const serving = await openDatabase(as);
      const { rows } = await serving.unscoped((db) =>
        sql<{ role: string }>`select current_user as role`.execute(db),
      );
      await serving.close();
      assert.deepEqual(rows, [{ role: servingRoleName }]);
      await asSuperuser(database, `revoke ${servingRoleName} from ${login}`);
      await assert.rejects(openDatabase(as), DatabaseRefused);
    } finally {
      await asSuperuser(
        database,
        `reassign owned by ${login} to current_user; drop owned by ${login}; drop role ${login}`,
      );
    }
  });
});

async function asSuperuser(
  { address }: Pick<TestDatabase, "address">,
  text: string,
): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  await client.query(text);
  await client.end();
}
