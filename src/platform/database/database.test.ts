import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import { newId } from "../values/id.ts";

describe("database", () => {
  let test_: TestDatabase;
  before(async () => {
    test_ = await createTestDatabase();
  });
  after(() => test_.close());

  test("the serving role cannot alter tables", async () => {
    await assert.rejects(
      test_.database.unscoped((db) => sql`drop table jobs.job`.execute(db)),
      /must be owner/,
    );
  });

  test("sets the tenant for the transaction and for nothing after it", async () => {
    const tenantId = newId();
    const inside = await test_.database.inTenant(tenantId, async (db) => {
      const { rows } = await sql<{
        tenant: string;
      }>`select current_setting('app.tenant_id') as tenant`.execute(db);
      return rows[0]?.tenant;
    });
    assert.equal(inside, tenantId);
    const outside = await test_.database.unscoped(async (db) => {
      const { rows } = await sql<{
        tenant: string | null;
      }>`select current_setting('app.tenant_id', true) as tenant`.execute(db);
      return rows[0]?.tenant;
    });
    assert.ok(outside === null || outside === "");
  });

  test("rolls back when the work throws, and keeps the connection usable", async () => {
    const tenantId = newId();
    await assert.rejects(
      test_.database.inTenant(tenantId, async (db) => {
        await sql`insert into jobs.job (tenant_id, name, payload) values (${tenantId}, 'x', '{}')`.execute(
          db,
        );
        throw new Error("no");
      }),
      /no/,
    );
    const { rows } = await test_.database.unscoped((db) =>
      sql`select 1 from jobs.job where tenant_id = ${tenantId}`.execute(db),
    );
    assert.equal(rows.length, 0);
  });

  test("what goes on after a failed transaction writes nothing into the next one", async () => {
    const [failed, next] = [newId(), newId()];
    let goOn: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    let late: Promise<unknown> = Promise.resolve();
    await assert.rejects(
      test_.database.inTenant(failed, async (db) => {
        late = waiting.then(() =>
          sql`insert into jobs.job (tenant_id, name, payload) values (current_setting('app.tenant_id')::uuid, 'late', '{}')`.execute(
            db,
          ),
        );
        late.catch(() => undefined);
        await sql`select 1`.execute(db);
        throw new Error("no");
      }),
      /no/,
    );
    await test_.database.inTenant(next, async (db) => {
      await sql`select 1`.execute(db);
      goOn();
      await assert.rejects(late, /came too late/);
    });
    const { rows } = await test_.database.unscoped((db) =>
      sql`select 1 from jobs.job where name = 'late'`.execute(db),
    );
    assert.equal(rows.length, 0);
  });

  test("a swallowed statement error does not pass for a commit", async () => {
    await assert.rejects(
      test_.database.unscoped(async (db) => {
        await sql`select 1 / 0`.execute(db).catch(() => "swallowed");
      }),
      /nothing was saved/,
    );
  });

  test("reads in one go: writes and statements after the first answer are refused, and the connection stays usable", async () => {
    const tenantId = newId();
    const tenantSeen = () =>
      test_.database.readInScope({ tenantId }, async (db) => {
        const { rows } = await sql<{
          tenant: string;
        }>`select current_setting('app.tenant_id') as tenant`.execute(db);
        return rows[0]?.tenant;
      });
    assert.equal(await tenantSeen(), tenantId);
    await assert.rejects(
      test_.database.readInScope({ tenantId }, (db) =>
        sql`insert into jobs.job (tenant_id, name, payload) values (${tenantId}, 'x', '{}')`.execute(
          db,
        ),
      ),
      /read-only transaction/,
    );
    await assert.rejects(
      test_.database.readInScope({ tenantId }, async (db) => {
        await sql`select 1`.execute(db);
        await sql`select 2`.execute(db);
      }),
      /sends all its statements at once/,
    );
    assert.equal(await tenantSeen(), tenantId);
    await test_.database.inTenant(tenantId, async (db) => {
      await sql`select 1`.execute(db);
      await sql`select 2`.execute(db);
    });
  });
});
