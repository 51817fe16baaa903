import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/context.ts";
import { ok } from "../../../platform/result/result.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { answerOnce, type Keep } from "./answer-once.ts";

const answer = (body: string) => ({ status: 201, etag: undefined, body });

void describe("a call with a key", () => {
  let testDatabase: TestDatabase;
  const tenantId = newId();
  const clientId = newId();
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.contextFor({ tenantId }).transaction((db) =>
      sql`
        insert into api.client (id, destination_id, name, scopes, created_at, window_began_at)
        values (${clientId}, ${newId()}, 'Programm', '{}', now(), now())
      `.execute(db),
    );
  });
  after(() => testDatabase.close());

  const at = (seconds: number): Context => ({
    ...testDatabase.contextFor({ tenantId }),
    now: new Date(Date.UTC(2026, 10, 27, 9, 0, seconds)),
  });
  const call = (key: string) => ({
    clientId,
    key,
    fingerprint: Buffer.alloc(32),
  });
  /** Does the work in one transaction with the answer that is kept. */
  const write = (context: Context, body: string) => (keep: Keep) =>
    context.transaction(async (db) => {
      await keep(db, answer(body));
      return ok(answer(body));
    });

  void test("that hangs longer than another one waits changes nothing any more: it gets the answer of the one that took its place", async () => {
    const hanging = Promise.withResolvers<undefined>();
    const first = answerOnce(at(0), call("key"), async (keep) => {
      await hanging.promise;
      return write(at(0), "first")(keep);
    });
    const busy = await answerOnce(at(30), call("key"), write(at(30), "early"));
    assert.ok(!busy.ok && busy.refusal.kind === "key-busy");
    const second = await answerOnce(
      at(61),
      call("key"),
      write(at(61), "second"),
    );
    assert.deepEqual(second, ok(answer("second")));
    hanging.resolve(undefined);
    assert.deepEqual(await first, ok(answer("second")));
  });
});
