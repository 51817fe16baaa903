import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { sql } from "kysely";
import {
  asPage,
  errorStatusOf,
  visit,
} from "../../../../shell/testing/visit.ts";
import type { Route } from "../../../../shell/web/route.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { seedCatalogueDemo } from "../../demo/seed-catalogue-demo.ts";
import { remindOfReviewsHandler } from "../../jobs/remind-of-reviews.ts";
import { setEditingRules } from "../../use-cases/editing/editing-rules.ts";
import { findLeistungBySlug } from "../../use-cases/find-leistung-by-slug.ts";
import { publishContent } from "../../use-cases/editing/publish-content.ts";
import { remindOfReviews } from "../../use-cases/editing/remind-of-reviews.ts";
import {
  chooseReviewDay,
  confirmReview,
  readReview,
} from "../../use-cases/editing/reviews.ts";
import {
  editorPath,
  editPath,
  rulesPath,
  versionsPath,
} from "./editor-labels.ts";
import { openDemoPortals } from "../../../tenants/testing/demo-portals.ts";
import { routesOn } from "../../testing/routes-on.ts";

const erna = "00000000-0000-4000-8000-000000000001";
/** A morning on which nothing was published. */
const today = new Date("2027-03-01T08:00:00Z");
const dayMs = 86_400_000;

void describe("reviews of Leistungen", () => {
  let testDatabase: TestDatabase;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    const portals = await openDemoPortals(testDatabase);
    for (const tenant of ["schwerin", "grabow"] as const)
      await seedCatalogueDemo(
        testDatabase.contextFor({ tenantId: demoTenants[tenant] }),
      );
    routes = routesOn(testDatabase, {
      portals,
      listStaffNames: () => Promise.resolve(new Map([[erna, "Erna Eins"]])),
    });
  });
  after(() => testDatabase.close());

  type Tenant = "schwerin" | "grabow";
  const staff = (
    permissions: readonly string[],
    tenant: Tenant = "schwerin",
    now = today,
  ): Context =>
    testDatabase.contextFor({
      tenantId: demoTenants[tenant],
      actor: staffWith(erna, ...permissions),
      now,
    });
  const editor = (now = today) => staff(["catalogue.edit"], "schwerin", now);
  const administrator = (tenant: Tenant = "schwerin") =>
    staff(["catalogue.edit", "catalogue.rules"], tenant);
  const reach = (
    path: string,
    fields?: Readonly<Record<string, string>>,
    context = editor(),
  ) =>
    visit(routes, fields ? "POST" : "GET", {
      context,
      path,
      ...(fields && { fields }),
    });
  const textOf = async (path: string) => asPage(await reach(path)).text;
  const idOf = async (slug: string) =>
    (await findLeistungBySlug(editor(), slug))?.id ?? assert.fail(slug);
  const dueOf = async (id: string) =>
    (await readReview(editor(), id))?.review?.dueOn;
  const mailCount = () =>
    editor().read(async (db) => {
      const { rows } = await sql<{ count: string }>`
        select count(*) as count from mail.message where kind = 'reviews-due'`.execute(
        db,
      );
      return Number(rows[0]?.count);
    });
  const remind = (now: Date, tenant: Tenant = "schwerin") =>
    remindOfReviews(staff([], tenant, now), {
      listEditorEmails: () =>
        Promise.resolve([
          "redaktion@schwerin.example",
          "zweite@schwerin.example",
        ]),
      listEmailsOf: () => Promise.resolve([]),
      baseUrlOf: () => Promise.resolve("https://schwerin.example"),
    });

  void test("a day is set in the editor, refused where it is none or past, and taken away again", async () => {
    const id = await idOf("wohngeld");
    const set = (day: string) =>
      reach(editPath(id), { aktion: "pruefung-setzen", "pruefen-bis": day });
    for (const [day, told] of [
      ["bald", /Schreiben Sie „Prüfen bis“ so/],
      ["28.2.2027", /heute oder einen Tag, der noch kommt/],
    ] as const) {
      const refused = asPage(await set(day));
      assert.equal(refused.status, 422);
      assert.match(refused.text, told);
      assert.match(
        refused.text,
        new RegExp(`name="pruefen-bis"[^>]*value="${day}"`),
      );
    }
    assert.equal((await set("20.3.2027")).kind, "redirect");
    assert.match(await textOf(editPath(id)), /bis zum 20\. März 2027 prüfen/);
    const listed = await textOf(`${editorPath}?nur=zu-pruefen`);
    assert.match(listed, /Zu prüfen \(1\)/);
    assert.match(listed, /Prüfung überfällig \(0\)/);
    assert.match(listed, /zu prüfen bis 20\. März 2027/);
    await set("");
    assert.equal(await dueOf(id), undefined);
    assert.doesNotMatch(
      await textOf(`${editorPath}?nur=zu-pruefen`),
      /zu prüfen bis/,
    );
  });

  void test("the administrator's interval counts from the last publication, and a chosen day to come stays", async () => {
    const id = await idOf("hundesteuer");
    const chosen = await idOf("meldebescheinigung");
    await chooseReviewDay(editor(), { id: chosen, day: "2027-06-01" });
    const saved = await reach(
      rulesPath,
      { "pruefung-nach": "12" },
      administrator(),
    );
    assert.equal(saved.kind, "redirect");
    assert.ok(await dueOf(id), "what is published already has a day too");
    for (const [leistungId, due] of [
      [id, "2028-03-01"],
      [chosen, "2027-06-01"],
    ] as const) {
      const slug = leistungId === id ? "hundesteuer" : "meldebescheinigung";
      const { content } =
        (await findLeistungBySlug(editor(), slug)) ?? assert.fail();
      const published = await publishContent(editor(), {
        id: leistungId,
        base: 1,
        content: { ...content, notes: { de: "<p>Neu</p>" } },
      });
      assert.ok(published.ok);
      assert.equal(await dueOf(leistungId), due);
    }
    await reach(rulesPath, { "pruefung-nach": "24" }, administrator());
    assert.equal(await dueOf(id), "2029-03-01");
    await reach(rulesPath, { "pruefung-nach": "" }, administrator());
    assert.equal(await dueOf(id), undefined);
    assert.equal(await dueOf(chosen), "2027-06-01");
    const odd = await reach(
      rulesPath,
      { "pruefung-nach": "7" },
      administrator(),
    );
    assert.equal(asPage(odd).status, 422);
    assert.match(asPage(odd).text, /Wählen Sie einen Abstand/);
  });

  void test("who has read it and changes nothing sets the next day, named among the versions", async () => {
    const id = await idOf("personalausweis");
    await chooseReviewDay(editor(), { id, day: "2027-03-01" });
    assert.match(
      await textOf(editPath(id)),
      /Der Tag dafür war der 1\. März 2027/,
    );
    const outdated = await reach(editPath(id), {
      aktion: "geprueft",
      fassung: "9",
    });
    assert.equal(asPage(outdated).status, 409);
    assert.match(asPage(outdated).text, /Nicht vermerkt/);
    await reach(editPath(id), { aktion: "geprueft", fassung: "1" });
    assert.equal(
      await dueOf(id),
      "2028-03-01",
      "a year where there is no rule",
    );
    assert.match(
      await textOf(versionsPath(id)),
      /Geprüft und nichts geändert von Erna Eins am/,
    );
    assert.doesNotMatch(await textOf(editPath(id)), /Der Tag dafür/);
  });

  void test("editors get one mail a day, and hear of the same Leistung again after a week", async () => {
    const id = await idOf("bewohnerparkausweis");
    await chooseReviewDay(editor(), { id, day: "2027-04-10" });
    const at = (day: number) =>
      new Date(Date.parse("2027-04-10T08:00:00Z") + day * dayMs);
    const sent: number[] = [];
    for (const day of [-1, 0, 0, 1, 6, 7, 8]) {
      const before = await mailCount();
      await Promise.all([remind(at(day)), remind(at(day))]);
      sent.push((await mailCount()) - before);
    }
    assert.deepEqual(sent, [0, 2, 0, 0, 0, 2, 0], "two editors, once each");
    await chooseReviewDay(editor(), { id, day: undefined });
  });

  void test("nobody is written to at night", async () => {
    const id = await idOf("geburtsurkunde");
    await chooseReviewDay(editor(), { id, day: "2027-05-01" });
    const job = remindOfReviewsHandler({
      listEditorEmails: () => Promise.resolve(["redaktion@schwerin.example"]),
      listEmailsOf: () => Promise.resolve([]),
      baseUrlOf: () => Promise.resolve("https://schwerin.example"),
    });
    const before = await mailCount();
    for (const [hour, count] of [
      ["03", 0],
      ["04", 1],
      ["05", 1],
    ] as const) {
      await job.run({
        context: staff([], "schwerin", new Date(`2027-05-01T${hour}:30:00Z`)),
        jobId: "1",
        attempt: 1,
        payload: {},
        signal: new AbortController().signal,
      });
      assert.equal((await mailCount()) - before, count, hour);
    }
  });

  void test("another tenant and who may not edit neither see nor set anything, and editors set no rules", async () => {
    const id = await idOf("wohnsitz");
    await chooseReviewDay(editor(), { id, day: "2027-03-02" });
    const foreign = staff(["catalogue.edit"], "grabow");
    for (const context of [foreign, staff([])]) {
      assert.equal(
        (await chooseReviewDay(context, { id, day: undefined })).ok,
        false,
      );
      assert.equal(
        (await confirmReview(context, { id, version: 1 })).ok,
        false,
      );
      assert.equal((await readReview(context, id))?.review, undefined);
    }
    assert.equal(
      errorStatusOf(
        await reach(
          editPath(id),
          { aktion: "geprueft", fassung: "1" },
          foreign,
        ),
      ),
      404,
    );
    const list = asPage(
      await reach(`${editorPath}?nur=zu-pruefen`, undefined, foreign),
    );
    assert.match(list.text, /Zu prüfen \(0\)/);
    const before = await mailCount();
    await remind(new Date("2027-03-05T08:00:00Z"), "grabow");
    assert.equal(await mailCount(), before);
    assert.equal(await dueOf(id), "2027-03-02");
    const refused = await setEditingRules(editor(), {
      reviewMonths: 6,
      needsApproval: false,
    });
    assert.deepEqual(refused, {
      ok: false,
      refusal: { kind: "not-permitted" },
    });
    await setEditingRules(administrator("grabow"), {
      reviewMonths: 3,
      needsApproval: false,
    });
    const own = await textOf(editorPath);
    assert.doesNotMatch(own, /Regeln für die Redaktion/);
  });
});
