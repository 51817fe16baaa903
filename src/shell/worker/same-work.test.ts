import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { isAloneAtWork } from "../../platform/jobs/job-store.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import { newId } from "../../platform/values/id.ts";
import {
  openQueueFixture,
  recordingHandler,
  until,
  type QueueFixture,
} from "./testing/queue-fixture.ts";

const schwerin = newId();
const grabow = newId();
const done = { kind: "done" } as const;

describe("jobs that ask for the same work", () => {
  let queue: QueueFixture;
  beforeEach(async () => {
    queue = await openQueueFixture();
  });
  afterEach(() => queue.close());

  const inTenant = (tenantId: string, work: (db: Db) => Promise<void>) =>
    queue.database.database.inTenant(tenantId, work);
  const ask = (tenantId = schwerin, name = "look") =>
    inTenant(tenantId, (db) =>
      enqueue(db, { name, payload: {}, workKey: "all" }),
    );
  const isEmpty = async () => (await queue.jobs()).length === 0;

  /** Runs until it is let go. */
  const heldHandler = (name = "look") => {
    const held: PromiseWithResolvers<undefined>[] = [];
    const now = { running: 0, most: 0 };
    const handler = recordingHandler(name, async ({ signal }) => {
      now.most = Math.max(now.most, (now.running += 1));
      const gate = Promise.withResolvers<undefined>();
      held.push(gate);
      await untilAborted(gate.promise, signal);
      now.running -= 1;
      return done;
    });
    const letGo = () => {
      for (const gate of held.splice(0)) gate.resolve(undefined);
    };
    return { handler, now, letGo };
  };
  /** What became due later has had its turn. */
  const untilOthersRan = async () => {
    const other = newId();
    const handler = recordingHandler(other, () => done);
    queue.work([handler]);
    await ask(schwerin, other);
    await until(() => handler.runs.length === 1);
  };

  test("are one while it waits, for each tenant", async () => {
    await ask();
    await ask();
    await ask(grabow);
    assert.equal((await queue.jobs()).length, 2);
  });

  test("asked for while one runs, run once more when it has ended, never beside it", async () => {
    const { handler, now, letGo } = heldHandler();
    await ask();
    queue.work([handler], 3);
    await until(() => now.running === 1);
    await ask();
    await ask();
    assert.equal((await queue.jobs()).length, 2);
    await untilOthersRan();
    assert.equal(handler.runs.length, 1);
    letGo();
    await until(() => handler.runs.length === 2);
    letGo();
    await until(isEmpty);
    assert.deepEqual([handler.runs.length, now.most], [2, 1]);
  });

  test("run beside those of another tenant", async () => {
    const { handler, now, letGo } = heldHandler();
    await ask();
    await ask(grabow);
    queue.work([handler], 2);
    await until(() => now.running === 2);
    letGo();
    await until(isEmpty);
  });

  test("do not begin before whoever asked has said all, and see it", async () => {
    const handler = recordingHandler("look", () => done);
    await ask();
    await inTenant(schwerin, async (db) => {
      await enqueue(db, { name: "look", payload: {}, workKey: "all" });
      assert.equal((await queue.jobs()).length, 1);
      queue.work([handler]);
      await untilOthersRan();
      assert.equal(handler.runs.length, 0);
    });
    await until(isEmpty);
    assert.equal(handler.runs.length, 1);
  });

  test("never miss what the last one wrote, though they begin at any moment of it", async () => {
    const seen: number[] = [];
    const read = (db: Db) =>
      sql<{
        value: string;
      }>`select value from installation.fact where key = 'round'`.execute(db);
    queue.work(
      [
        recordingHandler("look", async ({ context }) => {
          const { rows } = await context.read(read);
          seen.push(Number(rows[0]?.value));
          return done;
        }),
      ],
      3,
    );
    for (let round = 0; round < 60; round += 1) {
      await inTenant(schwerin, async (db) => {
        await sql`
          insert into installation.fact (key, value) values ('round', ${String(round)})
          on conflict (key) do update set value = excluded.value
        `.execute(db);
        await enqueue(db, { name: "look", payload: {}, workKey: "all" });
      });
    }
    await until(isEmpty);
    assert.equal(Math.max(...seen), 59);
    assert.deepEqual(
      seen,
      seen.toSorted((one, other) => one - other),
    );
  });

  test("go back to the queue when their worker stops, and are done by the next", async () => {
    const { handler, now, letGo } = heldHandler();
    await ask();
    const worker = queue.work([handler]);
    await until(() => now.running === 1);
    await ask();
    const stopped = worker.stop();
    letGo();
    await stopped;
    const next = recordingHandler("look", () => done);
    queue.work([next]);
    await until(isEmpty);
    assert.equal(next.runs.length, 2);
  });

  test("wait for one that is done at this moment, though it became visible later", async () => {
    const handler = recordingHandler("look", () => done);
    await ask();
    await queue.database.database.unscoped(async (db) => {
      const [job] = await queue.jobs();
      assert.ok(job);
      const claimed = { ...job, name: "look", work_key: "all" };
      const work = { payload: {}, traceparent: null };
      assert.ok(await isAloneAtWork(db, { ...claimed, ...work }));
      queue.work([handler]);
      await until(async () => ((await queue.jobs())[0]?.waits_ms ?? 0) > 0);
      await untilOthersRan();
      assert.equal(handler.runs.length, 0);
    });
    await until(isEmpty);
    assert.equal(handler.runs.length, 1);
  });
});
