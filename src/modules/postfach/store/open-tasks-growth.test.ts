import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { analyzeAll, rowsRead } from "../../../platform/testing/rows-read.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { listContactTasks } from "./contact-store.ts";
import { listOpenTasks } from "./open-task-store.ts";
import { listPaperTasks } from "./provision-store.ts";
import { listWaitingNotices } from "./summary-store.ts";

const threads = 300;
const open = 60;

void describe("what an office has to send by post, beside many others", () => {
  let database: TestDatabase;
  const tenantIds = Array.from({ length: 12 }, newId);
  const [tenantId = ""] = tenantIds;
  before(async () => {
    database = await createTestDatabase();
    for (const each of tenantIds)
      await database.database.inTenant(each, (db) =>
        writeThreads(db, each === tenantId ? open : threads),
      );
    await analyzeAll(database.address);
  });
  after(() => database.close());

  const costOf = (list: (db: Db, tenantId: string) => Promise<unknown[]>) =>
    database.database.inTenant(tenantId, async (db) => {
      let found = 0;
      const rows = await rowsRead(db, async () => {
        found = (await list(db, tenantId)).length;
      });
      return { found, rows };
    });

  for (const [name, list, found] of [
    ["to be posted", listPaperTasks, open],
    ["people to be reached", listContactTasks, open],
    [
      "both, to be counted",
      async (db: Db, id: string) => [...(await listOpenTasks(db, id))],
      2 * open,
    ],
  ] as const)
    void test(`${name}: what is done and what others have is not read, and each thread once`, async () => {
      const cost = await costOf(list);
      assert.equal(cost.found, found);
      // The task, its message and its thread.
      assert.ok(cost.rows <= 3 * found, `${String(cost.rows)} rows`);
    });

  void test("what waits for a summary: each notice, its message and its thread once, however many there are", async () => {
    await database.database.inTenant(tenantId, (db) =>
      sql`
        insert into postfach.notice (message_id, at, outcome)
        select id, now(), 'later' from (select id from postfach.message order by id limit ${open}) message
      `.execute(db),
    );
    const cost = await costOf(async (db, id) => [
      ...(await listWaitingNotices(db, id, new Date(0))),
    ]);
    assert.equal(cost.found, 1);
    assert.ok(cost.rows <= 3 * open + threads, `${String(cost.rows)} rows`);
  });
});

/** Of one tenant: each with a Bescheid that was posted or is to be, and some with a person to be reached. */
async function writeThreads(db: Db, unreached: number): Promise<void> {
  await sql`
    insert into postfach.thread (id, submission_id, reference, title, opened_at, newest_at, last_position)
    select gen_random_uuid(), gen_random_uuid(), 'OR-' || number, 'Hund', now(), now(), 1 from generate_series(1, ${threads}::integer) number
  `.execute(db);
  await sql`
    insert into postfach.message (thread_id, position, id, kind, at, actor_kind, actor_id)
    select id, 1, gen_random_uuid(), 'decision', now(), 'system', 'system' from postfach.thread
  `.execute(db);
  await sql`
    insert into postfach.office_task (id, message_id, reason, created_at, done_at, done_by)
    select gen_random_uuid(), id, 'guest', now(), done_at, case when done_at is null then null else gen_random_uuid() end
    from (select id, case when row_number() over (order by id) > ${open} then now() end as done_at from postfach.message) message
  `.execute(db);
  await sql`
    insert into postfach.contact_task (id, thread_id, fault, created_at)
    select gen_random_uuid(), id, 'unknown', now() from (select id from postfach.thread order by id limit ${unreached}) thread
  `.execute(db);
}
