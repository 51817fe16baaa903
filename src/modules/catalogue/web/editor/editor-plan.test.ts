import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql } from "kysely";
import type { Context } from "../../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { asPage, visit } from "../../../../shell/testing/visit.ts";
import type { Route } from "../../../../shell/web/route.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { seedCatalogueDemo } from "../../demo/seed-catalogue-demo.ts";
import { keepPlansHandler } from "../../jobs/keep-plans.ts";
import { publishPlannedHandler } from "../../jobs/publish-planned.ts";
import { findLeistungBySlug } from "../../use-cases/find-leistung-by-slug.ts";
import { readDraft } from "../../use-cases/editing/keep-draft.ts";
import {
  publishPlanned,
  readPlan,
} from "../../use-cases/editing/plan-publication.ts";
import { publishContent } from "../../use-cases/editing/publish-content.ts";
import { readVersions } from "../../use-cases/editing/read-editor-desk.ts";
import { editorPath, editPath } from "./editor-labels.ts";
import { openDemoPortals } from "../../../tenants/testing/demo-portals.ts";
import { routesOn } from "../../testing/routes-on.ts";

const erna = "00000000-0000-4000-8000-000000000001";
const moment = { "plan-tag": "1.3.2099", "plan-zeit": "8:00" };
const afterwards = new Date("2099-03-01T07:00:00Z");

void describe("the planned publication of a Leistung", () => {
  let testDatabase: TestDatabase;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    const portals = await openDemoPortals(testDatabase);
    await seedCatalogueDemo(
      testDatabase.contextFor({ tenantId: demoTenants.schwerin }),
    );
    routes = routesOn(testDatabase, {
      portals,
    });
  });
  after(() => testDatabase.close());

  const editor = (tenant: "schwerin" | "grabow" = "schwerin") =>
    testDatabase.contextFor({
      tenantId: demoTenants[tenant],
      actor: staffWith(erna, "catalogue.edit"),
    });
  const reach = (path: string, fields?: Readonly<Record<string, string>>) =>
    visit(routes, fields ? "POST" : "GET", {
      context: editor(),
      path,
      ...(fields && { fields }),
    });
  const textOf = async (path: string) => asPage(await reach(path)).text;
  const idOf = async (slug: string) =>
    (await findLeistungBySlug(editor(), slug))?.id ?? assert.fail(slug);
  const plan = (id: string, fields: Readonly<Record<string, string>>) =>
    reach(editPath(id), {
      aktion: "planen",
      fassung: "1",
      entwurf: "0",
      ...fields,
    });
  /** What the worker does when it is time. */
  const work = async (id: string, planId: string, now = afterwards) =>
    publishPlanned(workerAt(now), { leistungId: id, planId });
  const workerAt = (now: Date): Context => ({
    ...testDatabase.contextFor({ tenantId: demoTenants.schwerin }),
    now,
  });

  void test("stays unseen until its moment, is public then, and once if the job runs twice", async () => {
    const id = await idOf("wohngeld");
    const page = "/leistungen/wohngeld";
    const made = await plan(id, { ...moment, "notes-de": "Neu im März" });
    assert.ok(made.kind === "redirect" && /=geplant/.test(made.to));
    assert.doesNotMatch(await textOf(page), /Neu im März/);
    const { id: planId } = (await readPlan(editor(), id)) ?? assert.fail();
    assert.equal(await readPlan(editor("grabow"), id), undefined);
    const listed = await textOf(`${editorPath}?nur=geplante`);
    assert.match(listed, /wird am 1\. März 2099, 08:00 veröffentlicht/);
    const form = await textOf(editPath(id));
    assert.match(form, /Geplant für Sonntag, 1\. März 2099/);
    assert.match(form, /Neu im März/);

    const early = new Date(afterwards.getTime() - 60_000);
    assert.equal(await work(id, planId, early), 60_000);
    assert.doesNotMatch(await textOf(page), /Neu im März/);
    const job = publishPlannedHandler(undefined);
    for (let run = 1; run <= 2; run += 1) {
      const outcome = await job.run({
        context: workerAt(afterwards),
        jobId: "1",
        attempt: run,
        payload: { leistungId: id, planId },
        signal: new AbortController().signal,
      });
      assert.deepEqual(outcome, { kind: "done" });
    }
    assert.match(await textOf(page), /Neu im März/);
    const [latest] = await readVersions(editor(), { leistungId: id, limit: 1 });
    assert.equal(latest?.version, 2);
    assert.equal(latest.publishedBy, erna, "who planned it published it");
    assert.equal(await readPlan(editor(), id), undefined);
  });

  void test("is published though its job was lost, and one job is enough", async () => {
    const id = await idOf("bewohnerparkausweis");
    await plan(id, { ...moment, "notes-de": "Mit neuem Auftrag" });
    const { id: planId } = (await readPlan(editor(), id)) ?? assert.fail();
    const jobs = async () => {
      const { rows } = await workerAt(afterwards).read((db) =>
        sql<{ run_at: Date; payload: Record<string, string> }>`
          select run_at, payload from jobs.job
          where name = 'catalogue.publish-planned' and payload ->> 'planId' = ${planId}`.execute(
          db,
        ),
      );
      return rows;
    };
    const keep = () =>
      keepPlansHandler().run({
        context: workerAt(new Date()),
        jobId: "1",
        attempt: 1,
        payload: {},
        signal: new AbortController().signal,
      });
    await keep();
    assert.equal((await jobs()).length, 1, "it has one already");
    // As after `tenant import --without-jobs`.
    await testDatabase.database.unscoped((db) =>
      sql`delete from jobs.job`.execute(db),
    );
    assert.deepEqual(await keep(), { kind: "done" });
    await keep();
    const [job, ...more] = await jobs();
    assert.ok(job);
    assert.deepEqual(more, []);
    assert.deepEqual(job.run_at, afterwards);
    await publishPlannedHandler(undefined).run({
      context: workerAt(job.run_at),
      jobId: "1",
      attempt: 1,
      payload: job.payload,
      signal: new AbortController().signal,
    });
    assert.match(
      await textOf("/leistungen/bewohnerparkausweis"),
      /Mit neuem Auftrag/,
    );
  });

  void test("that is taken back becomes a draft again, and its job finds nothing to do", async () => {
    const id = await idOf("hundesteuer");
    await plan(id, { ...moment, "notes-de": "Doch nicht" });
    const { id: planId } = (await readPlan(editor(), id)) ?? assert.fail();
    await reach(editPath(id), { aktion: "zuruecknehmen" });
    assert.equal(await readPlan(editor(), id), undefined);
    const draft = await readDraft(editor(), id);
    assert.equal(draft?.typed.get("notes-de"), "Doch nicht");
    assert.equal(await work(id, planId), 0);
    assert.doesNotMatch(await textOf("/leistungen/hundesteuer"), /Doch nicht/);
  });

  void test("a later plan takes the place of an earlier one, whose job then does nothing", async () => {
    const id = await idOf("personalausweis");
    await plan(id, { ...moment, "notes-de": "Erster Plan" });
    const { id: first } = (await readPlan(editor(), id)) ?? assert.fail();
    await plan(id, {
      ...moment,
      "plan-zeit": "9:00",
      "notes-de": "Zweiter Plan",
    });
    assert.equal(await work(id, first), 0);
    assert.doesNotMatch(await textOf("/leistungen/personalausweis"), /Plan/);
    const { id: second } = (await readPlan(editor(), id)) ?? assert.fail();
    await work(id, second, new Date(afterwards.getTime() + 3_600_000));
    assert.match(await textOf("/leistungen/personalausweis"), /Zweiter Plan/);
  });

  void test("what was published meanwhile in other parts stays", async () => {
    const id = await idOf("wohnsitz");
    const { content } =
      (await findLeistungBySlug(editor(), "wohnsitz")) ?? assert.fail();
    await plan(id, { ...moment, "notes-de": "Vom Plan" });
    const { id: planId } = (await readPlan(editor(), id)) ?? assert.fail();
    await publishContent(editor(), {
      id,
      base: 1,
      content: { ...content, teaser: { de: "Von der Einspielung" } },
    });
    await work(id, planId);
    const text = await textOf("/leistungen/wohnsitz");
    assert.match(text, /Vom Plan/);
    assert.match(text, /Von der Einspielung/);
  });

  void test("a moment that is past or missing is told at its field, with all that was typed", async () => {
    const id = await idOf("geburtsurkunde");
    for (const [given, told] of [
      [{ "plan-tag": "1.3.2020", "plan-zeit": "8:00" }, /noch kommt/],
      [{ "plan-tag": "1.3.2099", "plan-zeit": "" }, /so: 8:00/],
    ] as const) {
      const refused = asPage(
        await plan(id, { ...given, "notes-de": "Getippt" }),
      );
      assert.equal(refused.status, 422);
      assert.match(refused.text, told);
      assert.match(refused.text, /Getippt/);
      assert.match(
        refused.text,
        new RegExp(`name="plan-tag"[^>]*value="${given["plan-tag"]}"`),
      );
    }
    assert.equal(await readPlan(editor(), id), undefined);
  });
});
