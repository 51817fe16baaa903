import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { createFaultCounts } from "../../../platform/logging/count-faults.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { stepOf } from "../domain/figures.ts";
import { countAnew } from "./count-now.ts";
import { tellAlive, tellEnd } from "./keep-watch.ts";
import { readConsole, type ConsolePorts } from "./read-console.ts";
import { countForConsole, takeSample } from "./take-sample.ts";

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

const ports: ConsolePorts = {
  countDeliveries: () =>
    Promise.resolve([
      {
        connector: "xta",
        waiting: 5,
        held: 2,
        oldestSeconds: 90,
        overdueSeconds: 60,
        deliveredToday: 7,
        failedToday: 1,
        delivered: 70,
        failed: 3,
      },
    ]),
  readDisk: () => Promise.resolve({ free: 40, total: 100 }),
  readDeliveryDays: () => Promise.resolve([]),
  readMigrations: () => Promise.resolve({ newest: "0191", pending: 0 }),
  findLastBackup: () => Promise.resolve(undefined),
};

void describe("the watch over the installation", () => {
  let database: TestDatabase;
  const tenantId = newId();
  const now = new Date();
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const ground = (afterMs = 0) => ({
    database: database.database,
    now: new Date(now.getTime() + afterMs),
  });
  const processOf = (worksQueue: boolean) => ({
    id: newId(),
    servesWeb: true,
    worksQueue,
    version: "1.0.0",
    startedAt: now,
  });
  const rowsOf = async (table: string) =>
    (
      await database.database.unscoped((db) =>
        sql`select * from operation.${sql.id(table)}`.execute(db),
      )
    ).rows;
  const lookAgain = (afterMs = 0, ...permissions: string[]) =>
    readConsole(
      database.contextFor({
        tenantId,
        actor: staffWith("olga", ...permissions),
        now: ground(afterMs).now,
      }),
      ports,
      "tag",
    );
  const look = async (...given: Parameters<typeof lookAgain>) => {
    await database.database.unscoped(countAnew);
    return lookAgain(...given);
  };

  void test("is shown to nobody but the operator", async () => {
    assert.equal(await look(0, "staff.manage", "audit.read"), undefined);
  });

  void test("shows who is there, who ended unseen, and nobody who ended as it should", async () => {
    const [stays, goes, killed] = [
      processOf(true),
      processOf(false),
      processOf(false),
    ];
    const none = createFaultCounts();
    for (const each of [stays, goes, killed])
      await tellAlive(ground(), each, none);
    await tellEnd(ground(), goes.id);
    await tellAlive(ground(4 * minuteMs), stays, none);
    const view = await look(4 * minuteMs, "operator");
    assert.deepEqual(
      new Map(view?.processes.map(({ id, isAlive }) => [id, isAlive])),
      new Map([
        [stays.id, true],
        [killed.id, false],
      ]),
    );
  });

  void test("adds up the errors of all processes by kind, and loses none while the database is away", async () => {
    const faults = createFaultCounts();
    faults.note("job failed");
    const away = { unscoped: () => Promise.reject(new Error("away")) };
    await assert.rejects(
      tellAlive({ database: away, now }, processOf(false), faults),
    );
    faults.note("job failed");
    await tellAlive(ground(), processOf(false), faults);
    const others = createFaultCounts();
    others.note("job failed");
    await tellAlive(ground(), processOf(false), others);
    const view = await look(0, "operator");
    assert.deepEqual(
      view?.faults.map(({ kind, count, lastHour }) => [kind, count, lastHour]),
      [["job failed", 3, 3]],
    );
    assert.equal(view.faultPlot.at(-1), 3);
    assert.deepEqual((await look(2 * dayMs, "operator"))?.faults, []);
  });

  void test("measures once in five minutes, however many workers ask", async () => {
    await database.database.inTenant(tenantId, (db) =>
      enqueue(db, { name: "watched.job", payload: {} }),
    );
    await database.database.unscoped(countAnew);
    assert.equal(await takeSample(ground(), ports), true);
    assert.equal(await takeSample(ground(), ports), false);
    const [sample, ...more] = (await rowsOf("sample")) as {
      taken_at: Date;
      figures: Record<string, number>;
    }[];
    assert.deepEqual(more, []);
    assert.deepEqual(sample?.taken_at, stepOf(now));
    assert.partialDeepStrictEqual(sample.figures, {
      "jobs.waiting": 1,
      "jobs.running": 0,
      "jobs.dead": 0,
      "deliveries.waiting": 5,
      "deliveries.held": 2,
      "deliveries.overdue": 60,
      "disk.free": 40,
    });
    assert.ok((sample.figures["database.bytes"] ?? 0) > 1_000_000);
  });

  void test("shows what was measured in its step, and a gap where nothing was", async () => {
    await takeSample(ground(2 * 3_600_000), ports);
    const view = await look(2 * 3_600_000, "operator");
    const waiting = view?.plots["jobs.waiting"] ?? [];
    assert.equal(waiting.length, 48);
    assert.equal(waiting.at(-1), 1);
    assert.equal(waiting.at(-5), 1);
    assert.deepEqual(waiting.slice(-4, -1), [undefined, undefined, undefined]);
    assert.deepEqual(view?.plots["disk.free"].slice(-1), [40]);
  });

  void test("counts a job that runs as running", async () => {
    await database.database.unscoped((db) =>
      sql`insert into jobs.start (job_id, starts) select id, 1 from jobs.job`.execute(
        db,
      ),
    );
    const view = await look(minuteMs, "operator");
    assert.deepEqual(
      view?.jobs.map(({ name, waiting, running }) => [name, waiting, running]),
      [["watched.job", 1, 1]],
    );
  });

  void test("does not take for overdue what is held because its place outside does not answer", async () => {
    await database.database.unscoped((db) =>
      sql`
        with place as (insert into jobs.channel (channel, slots, held_until) values ('away', 1, now() + interval '1 hour'))
        insert into jobs.job (tenant_id, name, payload, channel, run_at) values
          (${tenantId}, 'held.job', '{}', 'away', now() - interval '1 hour'), (${tenantId}, 'due.job', '{}', null, now() - interval '1 hour')
      `.execute(db),
    );
    const overdue = new Map(
      (await look(0, "operator"))?.jobs.map((job) => [
        job.name,
        job.overdueSeconds,
      ]),
    );
    assert.equal(overdue.get("held.job"), 0);
    assert.ok((overdue.get("due.job") ?? 0) >= 3600);
  });

  void test("asks the database at most 12 times for all of it", async () => {
    database.statements.length = 0;
    await look(0, "operator");
    const asked = database.statements.filter(
      (one) => !/^(?:begin|commit|set |select set_config)/i.test(one),
    );
    assert.ok(asked.length > 5);
    assert.ok(asked.length <= 12, asked.join("\n"));
  });

  void test("counts what grows with the tenants for all who look, each minute by a worker, and tells from when it is", async () => {
    const waiting = async (afterMs: number) => {
      const view = await lookAgain(afterMs, "operator");
      const after = Number(view?.countedAt) - now.getTime();
      const jobs = view?.jobs.find(({ name }) => name === "late.job");
      return [after, jobs?.waiting ?? 0];
    };
    await look(0, "operator");
    await database.database.inTenant(tenantId, (db) =>
      enqueue(db, { name: "late.job", payload: {} }),
    );
    database.statements.length = 0;
    assert.deepEqual(await waiting(80_000), [0, 0]);
    assert.doesNotMatch(
      database.statements.join(),
      /jobs\.job|mail\.message|pg_database_size/,
    );
    await countForConsole(ground(minuteMs), ports);
    assert.deepEqual(await waiting(80_000), [minuteMs, 1]);
    assert.deepEqual(await waiting(4 * minuteMs), [4 * minuteMs, 1]);
  });

  void test("forgets after 30 days", async () => {
    await takeSample(ground(31 * dayMs), ports);
    assert.equal((await rowsOf("sample")).length, 1);
    assert.deepEqual(await rowsOf("fault"), []);
    assert.deepEqual(await rowsOf("process"), []);
  });
});
