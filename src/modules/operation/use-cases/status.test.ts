import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { newId } from "../../../platform/values/id.ts";
import type { ComponentState, Look } from "../domain/component.ts";
import { minuteOf } from "../domain/component.ts";
import {
  keepLooks,
  lookAtComponents,
  type Probes,
} from "./look-at-components.ts";
import { readStatus } from "./read-status.ts";

const minuteMs = 60_000;

const well: Probes = {
  uploads: () => Promise.resolve(),
  countDeliveries: () => Promise.resolve([]),
  isMailSent: true,
  withinMs: 10_000,
};

void describe("what everybody may know of how the portal is", () => {
  let database: TestDatabase;
  const tenantId = newId();
  const now = new Date();
  before(async () => {
    database = await createTestDatabase();
  });
  after(() => database.close());

  const ground = () => ({ database: database.database, now });
  const look = async (probes: Partial<Probes>) =>
    Object.fromEntries(
      (await lookAtComponents(ground(), { ...well, ...probes })).map(
        ({ component, state }) => [component, state],
      ),
    );
  const lookAgo = (minutes: number, state: ComponentState): Look => ({
    component: "pages",
    minute: minuteOf(new Date(now.getTime() - minutes * minuteMs)),
    state,
  });
  const read = (at = now) =>
    readStatus(database.contextFor({ tenantId, now: at }));

  void test("is looked at part by part; pages only where there is an address, mails where there is a server", async () => {
    assert.deepEqual(await look({}), {
      applications: "up",
      uploads: "up",
      delivery: "up",
      mail: "up",
    });
    const asked = await look({
      pages: () => Promise.resolve("disturbed"),
      applications: () => Promise.resolve("down"),
      uploads: () => Promise.reject(new Error("full")),
      isMailSent: false,
    });
    assert.deepEqual(asked, {
      pages: "disturbed",
      applications: "down",
      uploads: "down",
      delivery: "up",
    });
  });

  void test("goes by what waits too long: deliveries by their age, mails when many are stuck and none goes out", async () => {
    await database.database.unscoped((db) =>
      sql`
        insert into mail.message (tenant_id, kind, state, created_at)
        select ${tenantId}, 'submission-received', 'waiting', now() - interval '1 hour' from generate_series(1, 5)
      `.execute(db),
    );
    const overdue = { connector: "xta", overdueSeconds: 700 };
    const rest = {
      waiting: 1,
      held: 0,
      oldestSeconds: 700,
      deliveredToday: 0,
      failedToday: 0,
      delivered: 0,
      failed: 0,
    };
    assert.partialDeepStrictEqual(
      await look({
        countDeliveries: () => Promise.resolve([{ ...overdue, ...rest }]),
      }),
      { delivery: "disturbed", mail: "down" },
    );
  });

  void test("is down in all parts that need the database while it is away, and told when it is back", async () => {
    const away = { unscoped: () => Promise.reject(new Error("away")) };
    const looks = await lookAtComponents(
      { database: away, now },
      { ...well, pages: () => Promise.resolve("up") },
    );
    assert.deepEqual(
      looks.map(({ component, state }) => `${component} ${state}`),
      [
        "pages up",
        "applications down",
        "uploads up",
        "delivery down",
        "mail down",
      ],
    );
    await assert.rejects(keepLooks({ database: away, now }, looks));
  });

  void test("is down also while the database takes connections and answers nothing", async () => {
    const hanging = { unscoped: () => new Promise<never>(() => undefined) };
    const looks = await lookAtComponents(
      { database: hanging, now },
      { ...well, withinMs: 20 },
    );
    assert.ok(
      looks.some(
        ({ component, state }) => component === "delivery" && state === "down",
      ),
    );
    await assert.rejects(keepLooks({ database: hanging, now }, looks, 20));
  });

  void test("says nothing before anybody looked", async () => {
    assert.deepEqual((await read()).components, []);
  });

  void test("counts a look once, whoever tells it how often, and a day by what was found", async () => {
    const looks = [
      lookAgo(0, "up"),
      lookAgo(1, "down"),
      lookAgo(2, "up"),
      lookAgo(3, "disturbed"),
    ];
    await keepLooks(ground(), looks);
    await keepLooks(ground(), [...looks.slice(0, 2), lookAgo(2, "down")]);
    const [pages, ...more] = (await read()).components;
    assert.deepEqual(more, []);
    assert.equal(pages?.state, "up");
    assert.equal(pages.availability, 0.75);
    assert.equal(pages.counts.length, 90);
    assert.equal(
      pages.counts.reduce(
        (sum, day) => sum + (day ? day.up + day.disturbed + day.down : 0),
        0,
      ),
      4,
    );
  });

  void test("does not tell an old state as the present one", async () => {
    const [pages] = (await read(new Date(now.getTime() + 10 * minuteMs)))
      .components;
    assert.equal(pages?.state, undefined);
    assert.equal(pages?.availability, 0.75);
  });

  void test("shows 90 days up to today, with a gap where nobody looked", async () => {
    const { days, components } = await read();
    assert.equal(days.length, 90);
    assert.equal(days.at(-1), germanDay(now));
    assert.equal(components[0]?.counts[0], undefined);
  });

  void test("is read with three statements, in one round trip", async () => {
    database.statements.length = 0;
    await read();
    const asked = database.statements.filter((one) => /operation/.test(one));
    assert.equal(asked.length, 3);
  });

  void test("tells of each time that something was wrong, with its parts, its beginning and its end", async () => {
    const later = new Date(now.getTime() + 3_600_000);
    const found = (
      component: Look["component"],
      ago: number,
      state: ComponentState,
    ): Look => ({ ...lookAgo(0, state), component, minute: agoOf(ago) });
    const agoOf = (minutes: number) =>
      minuteOf(new Date(later.getTime() - minutes * minuteMs));
    await keepLooks({ ...ground(), now: later }, [
      found("pages", 30, "down"),
      found("pages", 29, "up"),
      found("pages", 28, "down"),
      found("delivery", 27, "disturbed"),
      found("pages", 10, "disturbed"),
      found("uploads", 1, "down"),
    ]);
    const { incidents } = await read(later);
    assert.deepEqual(
      incidents
        .slice(0, 3)
        .map(({ begin, end, affected }) => [
          begin,
          end,
          affected.map(({ component, state }) => `${component} ${state}`),
        ]),
      [
        [agoOf(1), undefined, ["uploads down"]],
        [agoOf(10), agoOf(9), ["pages disturbed"]],
        [agoOf(30), agoOf(26), ["pages down", "delivery disturbed"]],
      ],
    );
  });

  void test("still knows of an incident when the looks of its time are gone", async () => {
    const later = new Date(now.getTime() + 60 * 24 * 3_600_000);
    await keepLooks({ ...ground(), now: later }, [lookAgo(0, "up")]);
    const { incidents } = await read(later);
    assert.ok(incidents.some(({ begin }) => begin < now));
    const { rows } = await database.database.unscoped((db) =>
      sql<{
        state: string;
      }>`select distinct state from operation.look order by state`.execute(db),
    );
    assert.deepEqual(
      rows.map(({ state }) => state),
      ["disturbed", "down"],
    );
  });
});
