import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import {
  hasPgBouncer,
  startPgBouncer,
  type PgBouncer,
} from "../testing/pgbouncer.ts";
import { newId } from "../values/id.ts";
import type { Database } from "./database.ts";
import { openDatabase } from "./open-database.ts";
import { servingRoleName } from "./serving-role.ts";

void describe("a database that keeps nothing on its connections", () => {
  let test_: TestDatabase;
  let database: Database;
  before(async () => {
    test_ = await createTestDatabase();
    database = await openDatabase(
      { ...test_.address, pooling: "transaction" },
      { maxConnections: 1 },
    );
  });
  after(async () => {
    await database.close();
    await test_.close();
  });

  void test("serves in the serving role with its limits, and leaves neither behind", async () => {
    const tenantId = newId();
    assert.deepEqual(await database.inTenant(tenantId, state), {
      role: servingRoleName,
      timeout: "30s",
      zone: "UTC",
      prepared: 0,
    });
    const others = [
      await database.unscoped(state),
      await database.readInScope({ tenantId }, state),
    ];
    for (const { role } of others) assert.equal(role, servingRoleName);
  });

  void test("sees one tenant's rows only", async () => {
    await assertWall(database);
  });
});

void describe(
  "PgBouncer in transaction mode",
  { skip: hasPgBouncer ? false : "pgbouncer is not on PATH" },
  () => {
    let test_: TestDatabase;
    let bouncer: PgBouncer;
    before(async () => {
      test_ = await createTestDatabase();
      bouncer = await startPgBouncer(test_.address);
    });
    after(async () => {
      await bouncer.stop();
      await test_.close();
    });

    void test("twenty transactions at once on three connections keep role, tenant and result apart", async () => {
      const database = await openDatabase(
        { ...bouncer.address, pooling: "transaction" },
        { maxConnections: 20 },
      );
      await Promise.all(
        Array.from({ length: 200 }, () => assertWall(database)),
      );
      const { role, prepared } = await database.unscoped(state);
      assert.deepEqual([role, prepared], [servingRoleName, 0]);
      await database.close();
    });

    void test("without the setting it refuses the connection instead of serving without walls", async () => {
      const database = await openDatabase(bouncer.address);
      await assert.rejects(database.unscoped(state), /startup parameter/);
      await database.close();
    });
  },
);

type State = {
  readonly role: string;
  readonly timeout: string;
  readonly zone: string;
  readonly prepared: number;
};

async function state(
  db: Parameters<Parameters<Database["unscoped"]>[0]>[0],
): Promise<State> {
  const { rows } = await sql<State>`
    select current_user as role, current_setting('statement_timeout') as timeout, current_setting('timezone') as zone,
           (select count(*)::int from pg_prepared_statements) as prepared`.execute(
    db,
  );
  return rows[0] ?? assert.fail();
}

/** Two tenants write a notice each and see their own only, also with the same statement sent again. */
async function assertWall(database: Database): Promise<void> {
  const [one, other] = [newId(), newId()];
  for (const tenantId of [one, other])
    await database.inTenant(tenantId, (db) =>
      sql`insert into catalogue.notice (id, kind, title, body, visible_from) values (${newId()}, 'info', ${tenantId}, '', now())`.execute(
        db,
      ),
    );
  for (const tenantId of [one, other, one]) {
    const { rows } = await database.readInScope({ tenantId }, (db) =>
      sql<{ title: string }>`select title from catalogue.notice`.execute(db),
    );
    assert.deepEqual(rows, [{ title: tenantId }]);
  }
}
