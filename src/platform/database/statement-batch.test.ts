import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import { newId } from "../values/id.ts";
import type { Database, Db } from "./database.ts";
import { openDatabase } from "./open-database.ts";
import { statementName, statementNames } from "./single-client-dialect.ts";

const scope = { tenantId: newId() };

void describe("statements that travel together", () => {
  let test_: TestDatabase;
  let database: Database;
  before(async () => {
    test_ = await createTestDatabase();
    // One connection: what is kept on it is seen by the next.
    database = await openDatabase(test_.address, { maxConnections: 1 });
  });
  after(async () => {
    await database.close();
    await test_.close();
  });

  const insertJob = (db: Db, name: string) =>
    sql`insert into jobs.job (tenant_id, name, payload) values (${scope.tenantId}, ${name}, '{}')`.execute(
      db,
    );
  const countJobs = async (name: string) => {
    const { rows } = await database.unscoped((db) =>
      sql<{
        count: number;
      }>`select count(*)::int as count from jobs.job where name = ${name}`.execute(
        db,
      ),
    );
    return rows[0]?.count;
  };

  void test("have rows of the same kind each time, whether they were prepared before or not", async () => {
    const at = new Date("2026-03-01T12:00:00.000Z");
    const read = (db: Db) =>
      sql`select ${at}::timestamptz as at, ${7}::int as number, ${null}::text as none, ${["a,b", "c"]}::text[] as list,
        ${Buffer.from([0, 255])}::bytea as bytes, ${{ a: 1 }}::jsonb as json, ${true}::boolean as truth`.execute(
        db,
      );
    const row = {
      at,
      number: 7,
      none: null,
      list: ["a,b", "c"],
      bytes: Buffer.from([0, 255]),
      json: { a: 1 },
      truth: true,
    };
    for (let time = 0; time < 3; time += 1) {
      const both = await database.readInScope(scope, (db) =>
        Promise.all([read(db), read(db)]),
      );
      for (const { rows } of both) assert.deepEqual(rows, [row]);
    }
  });

  void test("say how many rows they changed", async () => {
    await database.inScope(scope, async (db) => {
      const [first, second, none] = await Promise.all([
        insertJob(db, "counted"),
        insertJob(db, "counted"),
        sql`update jobs.job set payload = '{}' where name = 'nobody'`.execute(
          db,
        ),
      ]);
      assert.equal(first.numAffectedRows, 1n);
      assert.equal(second.numAffectedRows, 1n);
      assert.equal(none.numAffectedRows, 0n);
      const all =
        await sql`delete from jobs.job where name = 'counted'`.execute(db);
      assert.equal(all.numAffectedRows, 2n);
    });
  });

  void test("fail together: the cause is thrown, what came after it did not run, and all can be sent again", async () => {
    const divide = (db: Db, by: number) =>
      sql`select ${by} as "by", 1 / ${by}::int as result`.execute(db);
    const late = (db: Db) => sql`select 'late' as word`.execute(db);
    for (let time = 0; time < 2; time += 1) {
      await assert.rejects(
        database.inScope(scope, (db) =>
          Promise.all([late(db), divide(db, 0), divide(db, 1)]),
        ),
        /division by zero/,
      );
      await assert.rejects(
        database.inScope(scope, async (db) => {
          const failing = divide(db, 0);
          failing.catch(() => undefined);
          await late(db);
        }),
        (error: Error) =>
          error.message.includes("a statement before it failed") &&
          String(error.cause).includes("division by zero"),
      );
      const [one] = await database.inScope(scope, (db) =>
        Promise.all([divide(db, 1), late(db)]),
      );
      assert.equal(one.rows.length, 1);
    }
  });

  void test("of a value that cannot be written nothing is sent, and the others are", async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    await database.inScope(scope, async (db) => {
      const [refused] = await Promise.allSettled([
        sql`select ${circular}::jsonb`.execute(db),
        insertJob(db, "beside"),
      ]);
      assert.equal(refused.status, "rejected");
    });
    assert.equal(await countJobs("beside"), 1);
  });

  void test("are written at once with the end, or not at all", async () => {
    await database.writeInScope(scope, (db) =>
      Promise.all([insertJob(db, "at once"), insertJob(db, "at once")]),
    );
    assert.equal(await countJobs("at once"), 2);
    await assert.rejects(
      database.writeInScope(scope, (db) =>
        Promise.all([
          insertJob(db, "never"),
          sql`select 1 / 0`.execute(db),
          insertJob(db, "never"),
        ]),
      ),
      /division by zero/,
    );
    await assert.rejects(
      database.writeInScope(scope, async (db) => {
        await insertJob(db, "in time");
        await insertJob(db, "too late");
      }),
      /sends all its statements at once/,
    );
    assert.equal(await countJobs("never"), 0);
    assert.equal(await countJobs("too late"), 0);
  });

  void test("whoever swallows an error that is written at once hears that nothing was saved", async () => {
    await assert.rejects(
      database.writeInScope(scope, (db) =>
        Promise.all([
          insertJob(db, "swallowed"),
          sql`select 1 / 0`.execute(db).catch(() => undefined),
        ]),
      ),
      /before it failed/,
    );
    assert.equal(await countJobs("swallowed"), 0);
  });

  void test("stay prepared unless they ask for all columns or are too many", async () => {
    const nameOf = statementNames(3);
    const counting = "select count(*) from jobs.job where name = '*'";
    assert.equal(nameOf(counting), "s1");
    assert.equal(nameOf("select * from jobs.job"), undefined);
    assert.equal(nameOf("select job.* from jobs.job"), undefined);
    assert.equal(nameOf("select 2"), "s2");
    assert.equal(nameOf("select 3"), "s3");
    assert.equal(nameOf("select 4"), undefined);
    assert.equal(nameOf(counting), "s1");
  });

  void test("are parsed once by a connection where they have a name", async () => {
    const prepared = await database.unscoped(async (db) => {
      await sql`select 'parsed once'`.execute(db);
      return sql<{
        statement: string;
      }>`select statement from pg_prepared_statements`.execute(db);
    });
    assert.equal(
      prepared.rows.some(({ statement }) => statement.includes("parsed once")),
      statementName("select 'parsed once'") !== undefined,
    );
  });
});
