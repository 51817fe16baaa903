import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../platform/testing/test-database.ts";
import { newId } from "../platform/values/id.ts";
import { openAsOwner, type DatabaseOwner } from "./testing/tenant-rows.ts";

/** Tables with tenant_id that are read across tenants on purpose. A new one needs a reason here. */
const withoutSecurity: Readonly<Record<string, string>> = {
  "crypto.tenant_key": "wrapped by the key ring; opened by tenant id only",
  "delivery.tally":
    "the operator sees all destinations; counts by day, nothing of an application",
  "jobs.job": "the worker takes what is due of all tenants; payloads are ids",
  "mail.message": "the operator's outbox; content is encrypted by tenant",
  "tenants.office": "public",
};

/** Indexes that begin with something else than the tenant on purpose. A new one needs a reason here. */
const acrossTenants: Readonly<Record<string, string>> = {
  owner_note_of_owner: "what belongs to one owner in all portals",
  draft_of_owner: "what belongs to one owner in all portals",
  submission_of_owner: "what belongs to one owner in all portals",
  thread_of_owner: "what belongs to one owner in all portals",
};

/** Tables whose owners may read their own rows in all tenants. */
const readByOwners = [
  "postfach.thread",
  "retention.owner_note",
  "submissions.draft",
  "submissions.submission",
];

type Table = {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly policies: number;
  readonly leading: boolean;
};

void describe("row-level security", () => {
  let database: TestDatabase;
  let owner: DatabaseOwner;
  let tables: readonly Table[];
  before(async () => {
    database = await createTestDatabase();
    owner = openAsOwner(database.address);
    tables = await owner.query<Table>(
      `
      select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
           and pg_get_expr(p.polqual, p.polrelid) like '%tenant_id = (current_setting(''app.tenant_id''::text))::uuid%') as policies,
        not exists (select from pg_index i join pg_class x on x.oid = i.indexrelid
          where i.indrelid = c.oid and i.indkey[0] <> a.attnum and x.relname <> all($1::text[])) as leading
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'tenant_id' and not a.attisdropped and c.relkind in ('r', 'p') order by 1`,
      [Object.keys(acrossTenants)],
    );
  });
  after(async () => {
    await owner.close();
    await database.close();
  });

  const secured = () => tables.filter(({ name }) => !(name in withoutSecurity));

  void test("is on, forced and has one policy by tenant on every table with tenant_id", () => {
    assert.ok(secured().length >= 20);
    for (const { name, enabled, forced, policies } of secured())
      assert.deepEqual(
        { name, enabled, forced, policies },
        { name, enabled: true, forced: true, policies: 1 },
      );
    const names = tables.map(({ name }) => name);
    assert.deepEqual(
      Object.keys(withoutSecurity).filter((name) => !names.includes(name)),
      [],
    );
  });

  void test("every key and index of these tables begins with the tenant", () => {
    assert.deepEqual(
      secured()
        .filter(({ leading }) => !leading)
        .map(({ name }) => name),
      [],
    );
  });

  void test("owners may read their own rows in all tenants, of these tables only", async () => {
    const others = await owner.query<{ name: string; command: string }>(`
      select n.nspname || '.' || c.relname as name, p.polcmd as command from pg_policy p
      join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
      where p.polname = 'owner' order by 1`);
    assert.deepEqual(
      others,
      readByOwners.map((name) => ({ name, command: "r" })),
    );
    const indexes = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relname = any($1::text[]) order by 1`,
      [Object.keys(acrossTenants)],
    );
    assert.equal(indexes.length, Object.keys(acrossTenants).length);
  });

  void test("without a tenant a table throws; with one, it shows, changes and takes no rows of another", async () => {
    const mine = newId();
    const other = newId();
    for (const { name } of secured()) {
      await assert.rejects(
        database.database.unscoped((db) =>
          sql`select 1 from ${sql.table(name)} limit 1`.execute(db),
        ),
        /app\.tenant_id|invalid input syntax for type uuid/,
        name,
      );
    }
    const write = (tenantId: string) => (asTenant: string) =>
      database.database.inTenant(asTenant, (db) =>
        sql`insert into throttle.attempt (tenant_id, key, attempts, last_attempt_at) values (${tenantId}, ${Buffer.from("k")}, 1, now())`.execute(
          db,
        ),
      );
    await write(other)(other);
    await assert.rejects(write(other)(mine), /row-level security/);
    const seen = await database.database.inTenant(mine, async (db) => {
      const read = await sql`select 1 from throttle.attempt`.execute(db);
      const changed =
        await sql`update throttle.attempt set attempts = 9`.execute(db);
      const removed = await sql`delete from throttle.attempt`.execute(db);
      return [
        read.rows.length,
        changed.numAffectedRows,
        removed.numAffectedRows,
      ];
    });
    assert.deepEqual(seen, [0, 0n, 0n]);
  });

  void test("the serving role cannot pass it and owns nothing", async () => {
    const [role] = await database.database.unscoped(async (db) => {
      const { rows } = await sql<{
        bypass: boolean;
        superuser: boolean;
        owned: number;
      }>`
        select rolbypassrls as bypass, rolsuper as superuser,
          (select count(*)::int from pg_class where relowner = r.oid) as owned
        from pg_roles r where rolname = current_user`.execute(db);
      return rows;
    });
    assert.deepEqual(role, { bypass: false, superuser: false, owned: 0 });
  });
});
