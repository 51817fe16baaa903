import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import { currentSpan, within } from "../tracing/span.ts";
import { createTracer } from "../tracing/tracer.ts";
import { newId } from "../values/id.ts";
import type { Database, Db } from "./database.ts";
import { openDatabase } from "./open-database.ts";

void describe("reads that begin in the same tick", () => {
  let test_: TestDatabase;
  let database: Database;
  const sent: string[] = [];
  before(async () => {
    test_ = await createTestDatabase();
    database = await openDatabase(test_.address, {
      onStatement: (text) => sent.push(text),
    });
  });
  after(async () => {
    await database.close();
    await test_.close();
  });

  const number = (value: number) => async (db: Db) => {
    const { rows } = await sql<{
      value: number;
    }>`select ${value}::int as value`.execute(db);
    return rows[0]?.value;
  };
  const tenantSeen = async (db: Db) => {
    const { rows } = await sql<{
      tenant: string;
      owner: string;
    }>`select current_setting('app.tenant_id') as tenant, current_setting('app.owner_id', true) as owner`.execute(
      db,
    );
    return rows[0];
  };
  const begun = () => sent.filter((text) => text.startsWith("begin")).length;

  void test("of one scope share a transaction, four at most, and each has its own answer", async () => {
    const tenantId = newId();
    sent.length = 0;
    const numbers = [1, 2, 3, 4, 5, 6];
    const answers = await Promise.all(
      numbers.map((value) => database.readInScope({ tenantId }, number(value))),
    );
    assert.deepEqual(answers, numbers);
    assert.equal(begun(), 2);
  });

  void test("of other tenants and owners stay apart", async () => {
    const [one, other, ownerId] = [newId(), newId(), newId()];
    const [first, second, third] = await Promise.all([
      database.readInScope({ tenantId: one }, tenantSeen),
      database.readInScope({ tenantId: other }, tenantSeen),
      database.readInScope({ tenantId: one, ownerId }, tenantSeen),
    ]);
    assert.equal(first?.tenant, one);
    assert.ok(!first.owner);
    assert.equal(second?.tenant, other);
    assert.deepEqual(third, { tenant: one, owner: ownerId });
  });

  void test("fail by themselves only", async () => {
    const tenantId = newId();
    const [divided, late, one] = await Promise.allSettled([
      database.readInScope({ tenantId }, (db) => sql`select 1 / 0`.execute(db)),
      database.readInScope({ tenantId }, async (db) => {
        await number(1)(db);
        return number(2)(db);
      }),
      database.readInScope({ tenantId }, number(3)),
    ]);
    assert.match(String(Reflect.get(divided, "reason")), /division by zero/);
    assert.match(String(Reflect.get(late, "reason")), /too late/);
    assert.deepEqual(one, { status: "fulfilled", value: 3 });
  });

  void test("are part of the trace of who began them, also where that is none", async () => {
    const tracer = createTracer({
      sampling: { share: 1, followsParent: true },
      tells: () => false,
      onEnd: () => undefined,
    });
    const ada = tracer.startRoot({ name: "Ada" });
    const bo = tracer.startRoot({ name: "Bo" });
    const tenantId = newId();
    const ask = (span: typeof ada | undefined) =>
      within(span, () =>
        database.readInScope({ tenantId }, async (db) => {
          const atWork = currentSpan();
          await number(1)(db);
          return [atWork, currentSpan()];
        }),
      );
    const seen = await Promise.all([ask(ada), ask(bo), ask(undefined)]);
    assert.deepEqual(
      seen.map((spans) => spans.map((span) => span?.traceId)),
      [
        [ada.traceId, ada.traceId],
        [bo.traceId, bo.traceId],
        [undefined, undefined],
      ],
    );
  });
});
