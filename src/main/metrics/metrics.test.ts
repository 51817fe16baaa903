import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import { enqueue, type JobRequest } from "../../platform/jobs/enqueue.ts";
import { writeMetrics } from "../../platform/metrics/write-metrics.ts";
import { freePort } from "../testing/free-port.ts";
import { startTestPortal, type TestPortal } from "../testing/test-portal.ts";
import { visitorOf } from "../testing/visitor.ts";
import { readDatabaseMetrics } from "./database-metrics.ts";

void describe("figures of a portal", () => {
  let portal: TestPortal;
  let address: string;
  before(async () => {
    const port = String(await freePort());
    address = `http://127.0.0.1:${port}`;
    portal = await startTestPortal({
      worker: false,
      variables: { METRICS_LISTEN: `127.0.0.1:${port}` },
    });
  });
  after(() => portal.close());

  const read = async () => (await fetch(`${address}/metrics`)).text();
  const valueOf = (text: string, series: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${series} `))
        ?.slice(series.length + 1) ?? 0,
    );

  void test("count requests by route pattern and status, and never name an address", async () => {
    const visitor = visitorOf(portal, "schwerin");
    await visitor.visit("/leistungen/hundesteuer");
    await visitor.visit("/leistungen/hundesteuer");
    await visitor.visit("/gibt-es-nicht/geheim-4711");
    const text = await read();
    const page = 'method="GET",route="/leistungen/:name"';
    assert.equal(
      valueOf(text, `openrathaus_http_requests_total{${page},status="200"}`),
      1,
    );
    assert.equal(
      valueOf(text, `openrathaus_http_request_duration_seconds_count{${page}}`),
      1,
    );
    assert.equal(
      valueOf(
        text,
        'openrathaus_http_requests_total{method="GET",route="kept",status="200"}',
      ),
      1,
    );
    assert.match(text, /route="unknown",status="404"/);
    assert.doesNotMatch(text, /geheim-4711|hundesteuer|schwerin/);
  });

  void test("count statements", async () => {
    const name = "openrathaus_sql_duration_seconds_count";
    const earlier = valueOf(await read(), name);
    await portal.services.database.unscoped(() => Promise.resolve());
    assert.ok(valueOf(await read(), name) >= earlier + 2);
  });

  /** What the database says this moment, as it is written for Prometheus. */
  const countNow = async () => writeMetrics(await ofDatabase(0));
  const ofDatabase = (maxAgeMs: number) =>
    readDatabaseMetrics(portal.services.database, {
      now: new Date(),
      maxAgeMs,
    });
  const enqueueHere = async (job: JobRequest) => {
    const tenant = await portal.portal("schwerin");
    await portal.services.database.inTenant(tenant.tenantId, (db) =>
      enqueue(db, job),
    );
  };

  void test("show the queue by kind of job, with its age and dead letters", async () => {
    await enqueueHere({ name: "watched.job", payload: {} });
    const text = await countNow();
    const kind = 'kind="watched.job"';
    assert.equal(valueOf(text, `openrathaus_jobs_waiting{${kind}}`), 1);
    assert.match(
      text,
      /openrathaus_jobs_overdue_seconds\{kind="watched.job"\} [\d.e-]+\n/,
    );
    assert.match(text, /openrathaus_jobs_dead\{kind="watched.job"\} 0\n/);
  });

  void test("show deliveries by connector: what waits, what is held, what arrived and failed today", async () => {
    const channel = "019a0000-0000-7000-8000-000000004711";
    const { tenantId } = await portal.portal("schwerin");
    await portal.services.database.unscoped((db) =>
      sql`
        with place as (
          insert into jobs.channel (channel, slots, held_until) values (${channel}, 1, 'infinity')
        ), counted as (
          insert into delivery.tally (tenant_id, destination_id, day, destination_name, connector_key, enqueued, delivered, failed, waiting, counted_at)
          values (${tenantId}, ${channel}::uuid, (now() at time zone 'Europe/Berlin')::date, 'Fachverfahren', 'watched', 9, 7, 2, 0, now())
        )
        insert into jobs.job (tenant_id, name, payload, channel, created_at)
        values (${tenantId}, 'delivery.deliver', '{}', ${channel}, now() - interval '1 hour')
      `.execute(db),
    );
    const text = await countNow();
    const connector = 'connector="watched"';
    const valuesOf = (name: string, states: readonly string[]) =>
      states.map((state) =>
        valueOf(text, `openrathaus_${name}{${connector},state="${state}"}`),
      );
    assert.deepEqual(valuesOf("deliveries_waiting", ["ready", "held"]), [0, 1]);
    assert.deepEqual(
      valuesOf("deliveries_today", ["delivered", "failed"]),
      [7, 2],
    );
    const age = `openrathaus_deliveries_oldest_seconds{${connector}}`;
    assert.ok(valueOf(text, age) >= 3600);
    assert.ok(
      text.includes(`openrathaus_deliveries_overdue_seconds{${connector}} 0\n`),
      "a person holds them",
    );
    assert.doesNotMatch(text, /Fachverfahren|4711/);
  });

  void test("count in the database once in ten seconds, however many ask", async () => {
    portal.statements.length = 0;
    await Promise.all([read(), read(), read()]);
    const counts = portal.statements.filter((one) =>
      /as "overdueSeconds"/.test(one),
    );
    assert.ok(counts.length <= 1);
  });

  void test("are those that another program has counted, unless they are older than that", async () => {
    await ofDatabase(0);
    await enqueueHere({ name: "counted.later", payload: {} });
    const isThere = async (maxAgeMs: number) =>
      writeMetrics(await ofDatabase(maxAgeMs)).includes("counted.later");
    assert.deepEqual([await isThere(60_000), await isThere(0)], [false, true]);
  });

  void test("are counted nevertheless where they cannot be kept", async () => {
    let asked = 0;
    const { database } = portal.services;
    const families = await readDatabaseMetrics(
      {
        unscoped: (work) =>
          (asked += 1) === 1
            ? Promise.reject(new Error("no space left on the device"))
            : database.unscoped(work),
      },
      { now: new Date(), maxAgeMs: 0 },
    );
    assert.equal(families[0]?.samples[0]?.value, 1);
    assert.ok(families.length > 5);
  });

  void test("say that the database is away, and no more than that", async () => {
    const families = await readDatabaseMetrics(
      { unscoped: () => Promise.reject(new Error("away")) },
      { now: new Date(), maxAgeMs: 0 },
    );
    assert.deepEqual(
      families.map(({ name, samples }) => [name, samples[0]?.value]),
      [["openrathaus_database_up", 0]],
    );
  });

  void test("are not to be had where visitors come, nor anything else at their address", async () => {
    const answer = await visitorOf(portal, "").visit("/metrics");
    assert.equal(answer.status, 404);
    assert.equal((await fetch(`${address}/`)).status, 404);
    const posted = await fetch(`${address}/metrics`, { method: "POST" });
    assert.equal(posted.status, 404);
  });

  for (const file of [
    "deploy/prometheus/alerts.yml",
    "deploy/grafana/openrathaus.json",
    "docs/operation/watching.md",
  ])
    void test(`are all there that ${file} names`, async () => {
      const given = (await read()).matchAll(/^# TYPE (\S+) (\S+)$/gm);
      const known = new Set(
        [...given].flatMap(([, name = "", kind]) =>
          kind === "histogram"
            ? [name, `${name}_bucket`, `${name}_count`, `${name}_sum`]
            : [name],
        ),
      );
      const named = (await readFile(file, "utf8")).match(/openrathaus_\w+/g);
      assert.ok(named && named.length > 5);
      assert.deepEqual(
        named.filter((name) => !known.has(name)),
        [],
      );
    });
});
