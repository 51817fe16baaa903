import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import { newId } from "../../../../platform/values/id.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../../shell/testing/visit.ts";
import type { Route } from "../../../../shell/web/route.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { emptyContent } from "../../domain/typed/leistung-form.ts";
import { readEdited } from "../../use-cases/editing/edit-leistung.ts";
import { saveSituationChanges } from "../../store/situation-store.ts";
import { saveLeistung } from "../../use-cases/save-leistung.ts";
import { situationsPath } from "./situation-list-page.ts";
import { openDemoPortals } from "../../../tenants/testing/demo-portals.ts";
import { routesOn } from "../../testing/routes-on.ts";

type Tenant = "grabow" | "lup" | "schwerin";

void describe("the tree of situations", () => {
  let testDatabase: TestDatabase;
  let routes: Route[];
  const ids = { grabow: newId(), lup: newId(), schwerin: newId() };
  before(async () => {
    testDatabase = await createTestDatabase();
    const portals = await openDemoPortals(testDatabase);
    routes = routesOn(testDatabase, {
      portals,
    });
    for (const tenant of ["grabow", "lup", "schwerin"] as const)
      await guestAt(tenant).transaction((db) =>
        saveLeistung(db, demoTenants[tenant], {
          id: ids[tenant],
          slug: "pilzberatung",
          content: {
            ...emptyContent,
            title: { de: "Pilzberatung" },
            teaser: { de: "Wir sehen uns Ihren Korb an." },
            situations: ["leisure"],
          },
          formKey: null,
          featuredPosition: 1,
          updatedAt: new Date(),
        }),
      );
  });
  after(() => testDatabase.close());

  const guestAt = (tenant: Tenant) =>
    testDatabase.contextFor({ tenantId: demoTenants[tenant] });
  const editorAt = (tenant: Tenant) =>
    testDatabase.contextFor({
      tenantId: demoTenants[tenant],
      actor: staffWith(newId(), "catalogue.edit"),
    });
  const get = (path: string, context: Context) =>
    visit(routes, "GET", { context, path });
  const post = (
    end: string,
    fields: Readonly<Record<string, string>>,
    context: Context,
  ) =>
    visit(routes, "POST", { context, path: `${situationsPath}${end}`, fields });
  const textOf = async (path: string, context: Context) =>
    asPage(await get(path, context)).text;
  const add = async (tenant: Tenant, name: string, platz: string) => {
    const reply = await post("/neu", { name, platz }, editorAt(tenant));
    const [key = ""] = /eigen-[0-9a-f-]+/.exec(asRedirect(reply).to) ?? [];
    return key;
  };
  const situationsAt = async (tenant: Tenant) =>
    [...(await textOf("/", guestAt(tenant))).matchAll(/thema=([\w-]+)/g)].map(
      ([, address]) => address,
    );

  void test("an editor adds a situation, puts a Leistung into it, and everybody finds it there", async () => {
    const key = await add("grabow", "Wald und Pilze", "leisure");
    const path = `${situationsPath}/${key}`;
    const found = await textOf(`${path}?q=Pilz`, editorAt("grabow"));
    assert.match(found, /Dazunehmen/);
    const put = { leistung: ids.grabow, aktion: "dazu" };
    assert.match(
      asRedirect(await post(`/${key}/leistungen`, put, editorAt("grabow"))).to,
      /getan=dazu/,
    );
    assert.match(
      await textOf("/leistungen?thema=wald-und-pilze", guestAt("grabow")),
      /Pilzberatung/,
    );
    const edited = await readEdited(editorAt("grabow"), ids.grabow);
    assert.deepEqual(edited?.content.situations, ["leisure", key]);
    assert.equal(edited.version, 2);
    assert.match(await textOf(path, editorAt("grabow")), /Herausnehmen/);
    await post(
      `/${key}/leistungen`,
      { leistung: ids.grabow, aktion: "heraus" },
      editorAt("grabow"),
    );
    assert.doesNotMatch(
      await textOf("/leistungen?thema=wald-und-pilze", guestAt("grabow")),
      /Pilzberatung/,
    );
  });

  void test("what the county calls, orders and hides counts in the town below, and nowhere else", async () => {
    const context = editorAt("lup");
    await post("/leisure", { name: "Draußen", "name-en": "Outdoors" }, context);
    for (const tenant of ["lup", "grabow"] as const)
      assert.match(await textOf("/", guestAt(tenant)), /Draußen/);
    assert.doesNotMatch(await textOf("/", guestAt("schwerin")), /Draußen/);
    await post("/leisure/sichtbarkeit", { verborgen: "ja" }, context);
    assert.deepEqual(await situationsAt("grabow"), []);
    assert.deepEqual(await situationsAt("schwerin"), ["freizeit"]);
    await post(
      "/leisure/sichtbarkeit",
      { verborgen: "nein" },
      editorAt("grabow"),
    );
    assert.deepEqual(await situationsAt("grabow"), ["freizeit"]);
    assert.deepEqual(await situationsAt("lup"), []);
  });

  void test("the town calls it its own way, and takes over again what is above", async () => {
    await post("/leisure", { name: "Freizeit hier" }, editorAt("grabow"));
    assert.match(await textOf("/", guestAt("grabow")), /Freizeit hier/);
    assert.doesNotMatch(await textOf("/", guestAt("lup")), /Freizeit hier/);
    assert.match(
      await textOf(`${situationsPath}/leisure`, editorAt("grabow")),
      /Weiter oben heißt es: Draußen/,
    );
    await post("/leisure/uebernehmen", {}, editorAt("grabow"));
    assert.deepEqual(await situationsAt("grabow"), []);
  });

  void test("the order changes by one step, and the list shows it", async () => {
    const names = async () =>
      [
        ...(await textOf(situationsPath, editorAt("schwerin"))).matchAll(
          /href="\/verwaltung\/themen\/(papers|moving|family)"/g,
        ),
      ].map(([, key]) => key);
    assert.deepEqual(await names(), ["papers", "moving", "family"]);
    await post(
      "/moving/reihenfolge",
      { richtung: "hoch" },
      editorAt("schwerin"),
    );
    assert.deepEqual(await names(), ["moving", "papers", "family"]);
    await post(
      "/moving/reihenfolge",
      { richtung: "runter" },
      editorAt("schwerin"),
    );
    assert.deepEqual(await names(), ["papers", "moving", "family"]);
    assert.doesNotMatch(
      await textOf(situationsPath, editorAt("schwerin")),
      /von Ihnen geändert/,
    );
  });

  void test("what is wrong stands beside the input, and nothing typed is lost", async () => {
    const reply = asPage(
      await post(
        "/neu",
        { name: "x".repeat(61), "name-en": "Forest", platz: "" },
        editorAt("grabow"),
      ),
    );
    assert.equal(reply.status, 422);
    assert.match(reply.title, /^Fehler: /);
    assert.match(reply.text, /höchstens 60 Zeichen/);
    assert.match(reply.text, /Wählen Sie, wo das Thema steht/);
    assert.match(reply.text, /value="Forest"/);
    const below = { name: "Zu tief", platz: "family.birth" };
    assert.equal(
      asPage(await post("/neu", below, editorAt("grabow"))).status,
      422,
    );
    const nameless = asPage(
      await post("/family", { name: "" }, editorAt("lup")),
    );
    assert.match(nameless.text, /Schreiben Sie einen Namen/);
  });

  void test("only what was added here and is empty is removed", async () => {
    const key = await add("lup", "Seebad", ":business");
    const child = await add("lup", "Strand", key);
    const refused = asPage(
      await post(`/${key}/entfernen`, {}, editorAt("lup")),
    );
    assert.match(refused.text, /stehen noch Leistungen oder andere Themen/);
    for (const each of [child, key])
      assert.match(
        asRedirect(await post(`/${each}/entfernen`, {}, editorAt("lup"))).to,
        /getan=entfernt/,
      );
    assert.doesNotMatch(
      await textOf(situationsPath, editorAt("lup")),
      /Seebad/,
    );
    assert.equal(
      errorStatusOf(await post("/family/entfernen", {}, editorAt("lup"))),
      404,
    );
  });

  void test("nobody reaches into another tenant's tree, nor its Leistungen, nor without permission", async () => {
    const key = await add("grabow", "Nur in Grabow", ":citizen");
    const stranger = editorAt("schwerin");
    assert.equal(
      errorStatusOf(await get(`${situationsPath}/${key}`, stranger)),
      404,
    );
    assert.doesNotMatch(
      await textOf(situationsPath, stranger),
      /Nur in Grabow/,
    );
    const attempts: readonly [string, Record<string, string>][] = [
      ["", { name: "Übernommen" }],
      ["/reihenfolge", { richtung: "hoch" }],
      ["/sichtbarkeit", { verborgen: "ja" }],
      ["/uebernehmen", {}],
      ["/entfernen", {}],
      ["/leistungen", { leistung: ids.schwerin, aktion: "dazu" }],
    ];
    // The county is above, and does not reach down either.
    for (const context of [stranger, editorAt("lup"), guestAt("grabow")])
      for (const [end, fields] of attempts)
        assert.equal(
          errorStatusOf(await post(`/${key}${end}`, fields, context)),
          404,
          end,
        );
    const foreign = { leistung: ids.schwerin, aktion: "dazu" };
    assert.equal(
      errorStatusOf(
        await post("/family/leistungen", foreign, editorAt("grabow")),
      ),
      404,
    );
    assert.match(
      await textOf(`${situationsPath}/${key}`, editorAt("grabow")),
      /Nur in Grabow/,
    );
    assert.equal(errorStatusOf(await get(situationsPath, guestAt("lup"))), 403);
  });

  void test("the database refuses to write into the tree of an authority above", async () => {
    const context = guestAt("grabow");
    const write = context.transaction((db) =>
      saveSituationChanges(db, demoTenants.lup, [
        { key: "family", names: { de: "Gekapert" } },
      ]),
    );
    await assert.rejects(write, /row-level security/);
  });
});
