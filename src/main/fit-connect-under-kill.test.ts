import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inboxOptionsFor } from "../connectors/fit-connect/demo/inbox-options-for.ts";
import { makeLocalKeys } from "../connectors/fit-connect/demo/local-keys.ts";
import { startLocalService } from "../connectors/fit-connect/demo/local-service.ts";
import type { LocalService } from "../connectors/fit-connect/demo/local-types.ts";
import { optionsFor } from "../connectors/fit-connect/demo/options-for.ts";
import { saveDemoSource } from "../modules/arrivals/demo/save-demo-source.ts";
import { indexConnectors, saveDestination } from "../modules/delivery/index.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { bundledScript } from "../platform/testing/bundled-script.ts";
import { newId } from "../platform/values/id.ts";
import { arrivalsPorts } from "./arrivals-ports.ts";
import { createConnectors } from "./delivery-ports.ts";
import { systemActor } from "./services.ts";
import { apply } from "./testing/applicant.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { visitorOf } from "./testing/visitor.ts";

const serviceIdentifier = "urn:de:fim:leika:leistung:99102013104000";
const source = join(import.meta.dirname, "testing", "fit-connect-worker.ts");

/**
 * A moment at which the worker dies: a call to the service that it never reaches (`reached`), whose answer never comes (`done`), or whose answer
 * comes and cannot be noted, because the table is held (`noting`).
 */
type Moment = readonly [
  call: RegExp,
  when: "reached" | "done" | { readonly noting: string },
];

const announce = /^POST .*\/submissions$/;
const attachment = /^PUT .*\/attachments\//;
const submit = /^PUT .*\/submissions\/[^/]+$/;
const fetchingFile = /^GET .*\/submissions\/[^/]+\/attachments\//;
const answering = /^POST .*\/events$/;

const whileSending: readonly Moment[] = [
  [announce, { noting: "delivery.connector_note" }],
  [attachment, "done"],
  [submit, "reached"],
  [submit, "done"],
  [submit, { noting: "delivery.delivery" }],
];
const whileReceiving: readonly Moment[] = [
  [fetchingFile, { noting: "vorgaenge.vorgang" }],
  [answering, "reached"],
  [answering, "done"],
  [answering, { noting: "arrivals.arrival" }],
];

describe("FIT-Connect by worker processes that are killed with -9", () => {
  let portal: TestPortal;
  let service: LocalService;
  let owner: pg.Pool;
  let script: string;
  before(async () => {
    script = await bundledScript(source);
    portal = await startTestPortal({ worker: false });
    owner = new pg.Pool({ ...portal.databaseAddress, max: 4 });
    service = await startLocalService(await makeLocalKeys(), {
      serviceIdentifier,
    });
    await setUp();
  });
  after(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    await service.stop();
    await owner.end();
    await portal.close();
  });

  const contextIn = async (label: string) => {
    const { tenantId } = await portal.portal(label);
    return portal.services.contextFor({ tenantId, actor: systemActor });
  };
  /** Grabow sends dog taxes to the county's Zustellpunkt, where the county fetches them. */
  const setUp = async () => {
    const { services } = portal;
    const saved = await saveDestination(
      await contextIn("grabow"),
      {
        name: "Zustellpunkt",
        connectorKey: "fit-connect",
        options: { ...optionsFor(service), serviceIdentifier },
        isEnabled: true,
        leistungSlugs: ["hundesteuer"],
      },
      indexConnectors(createConnectors(services)),
    );
    const { tenantId: _, ...options } = await inboxOptionsFor(service);
    await saveDemoSource(
      await contextIn("lup"),
      { name: "Quelle", inboxKey: "fit-connect", isEnabled: true, options },
      arrivalsPorts(services).inboxes,
    );
    assert.ok(saved.ok);
  };
  const query = async <Row>(sql: string): Promise<readonly Row[]> =>
    (await owner.query(sql)).rows as Row[];
  const workers: ChildProcess[] = [];
  const startWorker = (): ChildProcess => {
    const worker = spawn(
      process.execPath,
      [
        script,
        JSON.stringify(portal.databaseAddress),
        portal.services.settings.dataDir,
      ],
      { stdio: "inherit" },
    );
    workers.push(worker);
    return worker;
  };
  /** In place of minutes of waiting: what waits is due, and the county looks. */
  const hurry = async () => {
    const context = await contextIn("lup");
    const [source] = await query<{ id: string }>(
      "select id from arrivals.source",
    );
    await context.transaction((db) =>
      enqueue(db, {
        name: "arrivals.poll",
        payload: { sourceId: source?.id ?? "" },
        uniqueKey: newId(),
      }),
    );
    await query(
      "update jobs.job set run_at = now() where id in (select id from jobs.job for update skip locked)",
    );
    await query("update jobs.channel set held_until = '-infinity'");
  };
  const until = async (isReached: () => Promise<boolean> | boolean) => {
    for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 50) {
      if (await isReached()) return;
      if (waitedMs % 1000 === 0) await hurry();
      await sleep(50);
    }
    assert.fail("not reached within 30 s");
  };
  /** Gives the worker an application and kills it at that moment. */
  const killAt = async ([on, when]: Moment) => {
    const worker = startWorker();
    const holder = await owner.connect();
    const moment = Promise.withResolvers<undefined>();
    const run = async () => {
      if (typeof when === "object")
        await holder.query(
          `begin; lock table ${when.noting} in exclusive mode`,
        );
      moment.resolve(undefined);
      if (when === "done") await once(worker, "close");
    };
    const point = when === "reached" ? when : "done";
    service.faults.push({ on, then: { when: point, run } });
    await hurry();
    let isThere = false;
    void moment.promise.then(() => (isThere = true));
    await until(() => isThere);
    if (typeof when === "object") await until(isSomebodyWaiting);
    worker.kill("SIGKILL");
    if (worker.signalCode === null) await once(worker, "close");
    await holder.query("rollback");
    holder.release();
    assert.equal(worker.signalCode, "SIGKILL");
  };
  const isSomebodyWaiting = async () =>
    (await query("select 1 from pg_locks where not granted")).length > 0;
  const applications: string[] = [];
  const sendApplication = async () => {
    const { reference } = await apply(
      visitorOf(portal, "grabow"),
      "hundesteuer",
    );
    applications.push(reference);
  };
  const countStates = (state: string) =>
    query(`select 1 from delivery.delivery where state = '${state}'
      and destination_id in (select id from delivery.destination where name = 'Zustellpunkt')`);
  const submitted = () =>
    [...service.cases.values()].filter(({ submission }) => submission);

  test("while sending: between announcing, attachments, the last call and noting it, each application is there once", async () => {
    // Nobody fetches yet.
    await query("update arrivals.source set enabled = false");
    for (const moment of whileSending) {
      await sendApplication();
      await killAt(moment);
    }
    const worker = startWorker();
    const { length } = applications;
    await until(async () => (await countStates("accepted")).length === length);
    worker.kill("SIGKILL");
    await once(worker, "close");
    assert.equal(submitted().length, length);
  });

  test("while receiving: between fetching, storing, accepting and noting it, each is one Vorgang and accepted once", async () => {
    await query("update arrivals.source set enabled = true");
    for (const moment of whileReceiving) await killAt(moment);
    const worker = startWorker();
    const { length } = applications;
    await until(async () => (await countStates("delivered")).length === length);
    worker.kill("SIGKILL");
    await once(worker, "close");

    const county = (await contextIn("lup")).tenantId;
    const vorgaenge = await query(
      `select 1 from vorgaenge.vorgang join arrivals.arrival using (tenant_id, submission_id)
       where tenant_id = '${county}'`,
    );
    assert.equal(vorgaenge.length, length);
    const states = await query<{ state: string }>(
      "select state from arrivals.arrival",
    );
    assert.deepEqual(
      states.map(({ state }) => state),
      applications.map(() => "accepted"),
    );
    for (const { log } of submitted()) assert.equal(log.length, 3);
    assert.equal(submitted().length, length);
  });
});
