import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../testing/test-database.ts";
import { newId } from "../values/id.ts";
import {
  claimJobOfChannel,
  listDueChannels,
  setChannel,
} from "./channel-store.ts";
import { enqueue } from "./enqueue.ts";
import { claimJob, countQueue } from "./job-store.ts";

const waiting = 100_000;
const claim = { names: ["send"], except: [] };

void describe("channels of the queue", () => {
  let test_: TestDatabase;
  const tenantId = newId();
  before(async () => {
    test_ = await createTestDatabase();
    await put("dead", waiting);
    await put("alive", 3);
    await put("paused", 3);
    await set({ channel: "dead", slots: 2, heldUntil: "open" });
    await set({ channel: "alive", slots: 2, heldUntil: "open" });
    await set({ channel: "paused", slots: 2, heldUntil: "closed" });
  });
  after(() => test_.close());

  const set = (channel: Parameters<typeof setChannel>[1]) =>
    test_.database.unscoped((db) => setChannel(db, channel));
  const put = (channel: string, count: number) =>
    test_.database.unscoped((db) =>
      sql`insert into jobs.job (tenant_id, name, payload, channel, run_at)
        select ${tenantId}, 'send', jsonb_build_object('number', number), ${channel}, now() - interval '1 hour' + number * interval '1 microsecond'
        from generate_series(1, ${count}::integer) number`.execute(db),
    );
  const dueChannels = () => test_.database.unscoped(listDueChannels);
  /** What is claimed by workers that go on working while the next one asks. */
  const claimed = async (channels: readonly string[]): Promise<unknown[]> => {
    const [first, ...rest] = channels;
    if (first === undefined) return [];
    return test_.database.unscoped(async (db) => {
      const job = await claimJobOfChannel(db, first, claim);
      return [job?.payload, ...(await claimed(rest))];
    });
  };

  void test("a place that is dead takes its slots and no more, in the order of what waits", async () => {
    assert.deepEqual(await claimed(["dead", "dead", "dead", "alive"]), [
      { number: 1 },
      { number: 2 },
      undefined,
      { number: 1 },
    ]);
  });

  void test("the least recently served is next, and nothing that is held", async () => {
    await claimed(["alive"]);
    await claimed(["alive"]);
    assert.deepEqual(await dueChannels(), ["dead", "alive"]);
    await claimed(["dead"]);
    await claimed(["dead"]);
    assert.deepEqual(await dueChannels(), ["alive", "dead"]);
    assert.deepEqual(await claimed(["paused"]), [undefined]);
    const later = new Date(Date.now() + 60_000);
    await set({ channel: "dead", slots: 1, heldUntil: later });
    assert.deepEqual(await dueChannels(), ["alive"]);
    await set({ channel: "dead", slots: 2, heldUntil: "open" });
  });

  void test("100,000 that wait cost a look into an index, here and in the rest of the queue", async () => {
    test_.statements.length = 0;
    await dueChannels();
    await claimed(["alive"]);
    await test_.database.unscoped((db) => claimJob(db, claim));
    const asked = test_.statements.filter((it) => it.includes("jobs.job"));
    assert.equal(asked.length, 3);
    for (const statement of asked) {
      const plan = await explain(statement);
      assert.doesNotMatch(plan, /Seq Scan on job\b/, plan);
      assert.ok(buffersOf(plan) < 300, plan);
    }
  });

  /** Runs it, as the planner would, with parameters that fit. */
  const explain = (statement: string) =>
    test_.database.unscoped(async (db) => {
      const text = statement
        .replaceAll("any($1)", "any('{send}')")
        .replaceAll("any($2)", "any('{send}')")
        .replaceAll(/all\(\$\d::uuid\[\]\)/g, "all('{}'::uuid[])")
        .replaceAll("channel.channel = $1", "channel.channel = 'alive'")
        .replaceAll(/limit \$\d/g, "limit 32");
      const { rows } = await sql<{
        "QUERY PLAN": string;
      }>`${sql.raw(`explain (analyze, buffers) ${text}`)}`.execute(db);
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
  const buffersOf = (plan: string) =>
    Number(/Buffers: shared hit=(\d+)/.exec(plan)?.[1] ?? 0);

  void test("what is held is long, and not late", async () => {
    const count = () => test_.database.unscoped(countQueue);
    assert.ok((await count()).overdueSeconds > 3000);
    for (const channel of ["dead", "alive"])
      await set({ channel, slots: 2, heldUntil: "closed" });
    const { waiting: held, overdueSeconds } = await count();
    assert.ok(held >= waiting);
    assert.equal(overdueSeconds, 0);
    for (const channel of ["dead", "alive"])
      await set({ channel, slots: 2, heldUntil: "open" });
  });

  void test("a job of a channel is none of the others' workers", async () => {
    await test_.database.inTenant(tenantId, (db) =>
      enqueue(db, { name: "send", payload: {}, channel: "alive" }),
    );
    const job = await test_.database.unscoped((db) => claimJob(db, claim));
    assert.equal(job, undefined);
  });
});
