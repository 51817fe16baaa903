import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, test } from "node:test";
import { enqueue, type JobRequest } from "../../platform/jobs/enqueue.ts";
import { listDeadJobs, reviveJob } from "../../platform/jobs/job-store.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import { newId } from "../../platform/values/id.ts";
import { backOffMs } from "./run-jobs.ts";
import {
  openQueueFixture,
  recordingHandler,
  until,
  type QueueFixture,
} from "./testing/queue-fixture.ts";

const script = join(import.meta.dirname, "testing", "job-worker.ts");
const schwerin = newId();
const done = { kind: "done" } as const;

describe("the queue", () => {
  let queue: QueueFixture;
  const processes: ChildProcess[] = [];
  beforeEach(async () => {
    queue = await openQueueFixture();
  });
  afterEach(async () => {
    for (const worker of processes.splice(0)) await kill(worker);
    await queue.close();
  });

  const add = (request: Partial<JobRequest> = {}, tenantId = schwerin) =>
    queue.database.database.inTenant(tenantId, (db) =>
      enqueue(db, { name: "stamp", payload: {}, ...request }),
    );
  const startWorkerProcess = () => {
    const worker = spawn(
      process.execPath,
      [script, JSON.stringify(queue.database.address)],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    processes.push(worker);
    return worker;
  };
  const isEmpty = async () => (await queue.jobs()).length === 0;

  test("holds a job if and only if its transaction commits", async () => {
    const rolledBack = queue.database.database.inTenant(
      schwerin,
      async (db) => {
        await enqueue(db, { name: "stamp", payload: {} });
        throw new Error("rolled back");
      },
    );
    await assert.rejects(rolledBack, /rolled back/);
    assert.deepEqual(await queue.jobs(), []);
    await add();
    assert.equal((await queue.jobs()).length, 1);
  });

  test("refuses a job without a tenant", async () => {
    const outside = queue.database.database.unscoped((db) =>
      enqueue(db, { name: "stamp", payload: {} }),
    );
    await assert.rejects(outside, /app\.tenant_id/);
  });

  test("hands each job over with the tenant it was enqueued in", async () => {
    const ludwigslust = newId();
    const handler = recordingHandler("stamp", () => done);
    await add({ payload: { of: "schwerin" } });
    await add({ payload: { of: "ludwigslust" } }, ludwigslust);
    queue.work([handler]);
    await until(isEmpty);
    const tenants = handler.runs.map(({ context, payload }) => [
      payload,
      context.tenantId,
    ]);
    assert.equal(tenants.length, 2);
    assert.deepEqual(
      new Map(tenants.map(([of, tenant]) => [JSON.stringify(of), tenant])),
      new Map([
        ['{"of":"schwerin"}', schwerin],
        ['{"of":"ludwigslust"}', ludwigslust],
      ]),
    );
  });

  test("keeps one waiting job for a name and key in a tenant", async () => {
    await add({ uniqueKey: "hourly" });
    await add({ uniqueKey: "hourly" });
    await add({ uniqueKey: "hourly" }, newId());
    await add({ uniqueKey: "daily" });
    await add();
    await add();
    assert.equal((await queue.jobs()).length, 5);
  });

  test("leaves jobs alone that are not due, and names that it does not know", async () => {
    const handler = recordingHandler("stamp", () => done);
    await add({ runAt: new Date(Date.now() + 60_000), uniqueKey: "later" });
    await add({ name: "unknown" });
    await add();
    queue.work([handler]);
    await until(async () => (await queue.jobs()).length === 2);
    assert.equal(handler.runs.length, 1);
  });

  test("tries again later, then keeps a dead letter with the reason", async () => {
    const handler = recordingHandler("stamp", ({ attempt }) => {
      if (attempt === 2) throw new Error("a fault");
      return { kind: "retry", reason: "busy" };
    });
    await add();
    queue.work([handler]);
    const settled = (attempts: number) =>
      until(async () => (await queue.jobs())[0]?.attempts === attempts);

    await settled(1);
    const [first] = await queue.jobs();
    assert.equal(first?.last_error, "busy");
    assert.equal(handler.runs.length, 1, "not before its time");
    await queue.hurry();
    await settled(2);
    assert.equal((await queue.jobs())[0]?.last_error, "fault");
    await queue.hurry();
    await settled(3);
    const [dead] = await queue.jobs();
    assert.equal(dead?.state, "dead");
    assert.equal(dead.last_error, "busy");
    assert.deepEqual(
      handler.runs.map(({ attempt }) => attempt),
      [1, 2, 3],
    );
  });

  test("waits longer each time, up to an hour, half of it by chance", () => {
    assert.deepEqual(
      [1, 2, 3, 11, 12, 13, 40].map((attempt) => backOffMs(attempt, 1)),
      [1000, 2000, 4000, 1_024_000, 2_048_000, 3_600_000, 3_600_000],
    );
    assert.equal(backOffMs(3, 0), 2000);
  });

  test("waits as long as a handler asks for", async () => {
    const handler = recordingHandler("stamp", () => ({
      kind: "retry",
      reason: "closed",
      afterMs: 600_000,
    }));
    await add();
    queue.work([handler]);
    await until(async () => (await queue.jobs())[0]?.attempts === 1);
    const waitsMs = (await queue.jobs())[0]?.waits_ms ?? 0;
    assert.ok(waitsMs > 500_000 && waitsMs <= 600_000, String(waitsMs));
  });

  test("a dead letter can be sent again, with fresh attempts", async () => {
    const state = { isMended: false };
    const handler = recordingHandler("stamp", () =>
      state.isMended ? done : { kind: "dead", reason: "hopeless" },
    );
    await add();
    queue.work([handler]);
    await until(async () => (await queue.jobs())[0]?.state === "dead");
    state.isMended = true;
    const { database } = queue.database;
    const [letter] = await database.unscoped((db) => listDeadJobs(db, 10));
    assert.equal(letter?.last_error, "hopeless");
    const revive = () => database.unscoped((db) => reviveJob(db, letter.id));
    assert.equal(await revive(), true);
    await until(isEmpty);
    assert.equal(handler.runs.at(-1)?.attempt, 1);
    assert.equal(await revive(), false);
  });

  test("a dead letter whose twin of the same key waits already makes room for it", async () => {
    const { database } = queue.database;
    const worker = queue.work([
      recordingHandler("tidy", () => ({ kind: "dead", reason: "hopeless" })),
    ]);
    await add({ name: "tidy", uniqueKey: "hourly" });
    await until(async () => (await queue.jobs())[0]?.state === "dead");
    await worker.stop();
    await add({ name: "tidy", uniqueKey: "hourly" });
    const [letter] = await database.unscoped((db) => listDeadJobs(db, 10));
    assert.ok(letter);
    assert.equal(
      await database.unscoped((db) => reviveJob(db, letter.id)),
      true,
    );
    const left = await queue.jobs();
    assert.deepEqual(
      left.map(({ state }) => state),
      ["waiting"],
    );
  });

  test("a job that kills its worker each time ends as a dead letter", async () => {
    await add({ name: "deadly" });
    for (let kills = 0; kills < 3; kills += 1) {
      const worker = startWorkerProcess();
      await once(worker, "exit");
      assert.equal(worker.signalCode, "SIGKILL");
    }
    startWorkerProcess();
    await until(async () => (await queue.jobs())[0]?.state === "dead");
    assert.equal((await queue.jobs())[0]?.last_error, "worker-killed");
  });

  test("a job that cannot be settled while the disk is full is done when there is room again", async () => {
    const handler = recordingHandler("stamp", () => done);
    await add();
    await queue.setFull(true);
    queue.work([{ ...handler, maxAttempts: 1 }]);
    await until(() => handler.runs.length === 3);
    await queue.setFull(false);
    await until(isEmpty);
    assert.deepEqual(
      [...new Set(handler.runs.map(({ attempt }) => attempt))],
      [1],
    );
  });

  test("the job of a killed worker is taken up within seconds, and by nobody before", async () => {
    await add({ name: "slow" });
    const killed = startWorkerProcess();
    await once(createInterface({ input: killed.stdout }), "line");

    const handler = recordingHandler("slow", () => done);
    queue.work([handler]);
    await add();
    const other = recordingHandler("stamp", () => done);
    queue.work([other]);
    await until(() => other.runs.length === 1);
    assert.equal(handler.runs.length, 0, "while the first worker lives");

    await kill(killed);
    const killedAt = performance.now();
    await until(isEmpty);
    assert.ok(performance.now() - killedAt < 5000);
    assert.deepEqual(
      handler.runs.map(({ attempt }) => attempt),
      [2],
    );
  });

  test("a worker that lost the database stops its job before it takes it up again", async () => {
    const state = { running: 0, most: 0 };
    const handler = recordingHandler("stamp", async ({ signal, attempt }) => {
      state.running += 1;
      state.most = Math.max(state.most, state.running);
      try {
        if (attempt > 1) return done;
        return await untilAborted(
          new Promise<typeof done>(() => undefined),
          signal,
        );
      } finally {
        // What a handler needs to end.
        await new Promise((resolve) => setTimeout(resolve, 200));
        state.running -= 1;
      }
    });
    await add();
    queue.work([handler], 4);
    await until(() => handler.runs.length === 1);
    await queue.cutConnections();
    await until(isEmpty);
    assert.equal(handler.runs.length, 2);
    assert.equal(state.most, 1, "at the same time");
  });

  test("stopping gives the running job back without counting it", async () => {
    const handler = recordingHandler("stamp", ({ signal }) =>
      untilAborted(new Promise<typeof done>(() => undefined), signal),
    );
    await add();
    for (let stops = 0; stops < 5; stops += 1) {
      const worker = queue.work([handler]);
      await until(() => handler.runs.length === stops + 1);
      await worker.stop();
      const [job] = await queue.jobs();
      assert.equal(job?.state, "waiting");
      assert.ok(job.waits_ms <= 0, "due at once");
    }
    assert.deepEqual(
      handler.runs.map(({ attempt }) => attempt),
      [1, 1, 1, 1, 1],
    );
  });

  test("a job that outstays its time is tried again", async () => {
    const handler = {
      ...recordingHandler("stamp", ({ signal }) =>
        untilAborted(new Promise<typeof done>(() => undefined), signal),
      ),
      timeoutMs: 50,
    };
    await add();
    queue.work([handler]);
    await until(async () => (await queue.jobs())[0]?.last_error === "timeout");
  });

  test("two handlers of one name are refused at the start", () => {
    const handler = recordingHandler("stamp", () => done);
    assert.throws(() => queue.work([handler, handler]), /same name/);
  });
});

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const exit = once(worker, "exit");
  worker.kill("SIGKILL");
  await exit;
}
