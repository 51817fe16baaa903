import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "./record-audit.ts";
import { verifyAuditChain } from "./verify-audit-chain.ts";

describe("audit log", () => {
  let database: TestDatabase;
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const tenantWithEntries = async (count: number): Promise<Context> => {
    const context = database.contextFor({
      tenantId: newId(),
      actor: staffWith("kevin"),
      now: new Date("2027-03-03T09:00:00.123Z"),
    });
    for (let number = 1; number <= count; number += 1) {
      await record(context, number);
    }
    return context;
  };

  const record = (context: Context, number: number) =>
    context.transaction((db) =>
      recordAudit(context, db, {
        action: "vorgang.opened",
        subject: { kind: "vorgang", id: `v-${number}` },
        details: { reference: 'ä " \\ \n', count: number, enabled: true },
      }),
    );

  /** What an intruder with the database owner's rights could do: switch the triggers off. */
  const tamper = async (sql: string, tenantId: string): Promise<void> => {
    const client = new pg.Client({ ...database.address });
    await client.connect();
    await client.query("set session_replication_role = replica");
    await client.query(sql, [tenantId]);
    await client.end();
  };

  test("an untouched log is intact", async () => {
    const context = await tenantWithEntries(5);
    assert.deepEqual(await verifyAuditChain(context), {
      kind: "intact",
      entries: 5,
    });
  });

  test("a tenant without entries has an intact log", async () => {
    const context = await tenantWithEntries(0);
    assert.deepEqual(await verifyAuditChain(context), {
      kind: "intact",
      entries: 0,
    });
  });

  for (const column of [
    "actor_id = 'mallory'",
    "action = 'vorgang.closed'",
    "subject_id = 'v-9'",
    "at = at + interval '1 hour'",
    "details = '{}'",
    "correlation_id = 'x'",
    "previous_hash = hash",
  ]) {
    test(`a changed entry is noticed: ${column}`, async () => {
      const context = await tenantWithEntries(4);
      await tamper(
        `update audit.entry set ${column} where tenant_id = $1 and seq = 2`,
        context.tenantId,
      );
      assert.deepEqual(await verifyAuditChain(context), {
        kind: "changed",
        seq: 2,
      });
    });
  }

  test("a removed entry is noticed", async () => {
    const context = await tenantWithEntries(4);
    await tamper(
      "delete from audit.entry where tenant_id = $1 and seq = 3",
      context.tenantId,
    );
    assert.deepEqual(await verifyAuditChain(context), {
      kind: "removed",
      seq: 3,
    });
  });

  test("an entry put in between is noticed", async () => {
    const context = await tenantWithEntries(4);
    for (const seq of ["4", "3"])
      await tamper(
        `update audit.entry set seq = seq + 1 where tenant_id = $1 and seq = ${seq}`,
        context.tenantId,
      );
    const columns =
      "at, actor_kind, actor_id, action, subject_kind, subject_id, details, correlation_id";
    await tamper(
      `insert into audit.entry (tenant_id, seq, previous_hash, hash, ${columns})
       select tenant_id, 3, hash, sha256(hash), ${columns} from audit.entry where tenant_id = $1 and seq = 2`,
      context.tenantId,
    );
    assert.deepEqual(await verifyAuditChain(context), {
      kind: "changed",
      seq: 3,
    });
  });

  test("a cut-off end is noticed", async () => {
    const context = await tenantWithEntries(4);
    await tamper(
      "delete from audit.entry where tenant_id = $1 and seq >= 3",
      context.tenantId,
    );
    assert.deepEqual(await verifyAuditChain(context), {
      kind: "cut-off",
      seq: 3,
    });
  });

  test("not even the owner of the database changes, removes or truncates entries", async () => {
    const { tenantId } = await tenantWithEntries(2);
    const client = new pg.Client({ ...database.address });
    await client.connect();
    await client.query("select set_config('app.tenant_id', $1, false)", [
      tenantId,
    ]);
    for (const sql of [
      "update audit.entry set actor_id = 'mallory'",
      "delete from audit.entry",
      "truncate audit.entry",
      "update audit.chain_head set seq = 0",
      "delete from audit.chain_head",
      "truncate audit.chain_head",
    ]) {
      await assert.rejects(client.query(sql), { code: "42501" }, sql);
    }
    await client.end();
  });

  test("a rolled back transaction leaves neither an entry nor a gap", async () => {
    const context = await tenantWithEntries(2);
    const fault = new Error("planned");
    await assert.rejects(
      context.transaction(async (db) => {
        await recordAudit(context, db, {
          action: "vorgang.opened",
          subject: { kind: "vorgang", id: "v-3" },
        });
        throw fault;
      }),
      fault,
    );
    await record(context, 3);
    assert.deepEqual(await verifyAuditChain(context), {
      kind: "intact",
      entries: 3,
    });
  });

  test("fifty writers at once keep one chain without gaps", async () => {
    const context = await tenantWithEntries(0);
    await Promise.all(
      Array.from({ length: 50 }, (_, number) => record(context, number)),
    );
    assert.deepEqual(await verifyAuditChain(context), {
      kind: "intact",
      entries: 50,
    });
  });

  test("each tenant has a chain of its own", async () => {
    const schwerin = await tenantWithEntries(3);
    const grabow = await tenantWithEntries(1);
    assert.deepEqual(await verifyAuditChain(schwerin), {
      kind: "intact",
      entries: 3,
    });
    assert.deepEqual(await verifyAuditChain(grabow), {
      kind: "intact",
      entries: 1,
    });
  });
});
