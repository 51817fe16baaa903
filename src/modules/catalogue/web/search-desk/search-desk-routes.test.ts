import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../../platform/testing/test-database.ts";
import {
  asPage,
  errorStatusOf,
  visit,
} from "../../../../shell/testing/visit.ts";
import type { Route } from "../../../../shell/web/route.ts";
import { demoTenants } from "../../../tenants/demo/demo-tenants.ts";
import { type PortalDirectory } from "../../../tenants/index.ts";
import { seedCatalogueDemo } from "../../demo/seed-catalogue-demo.ts";
import {
  createUseNotes,
  type UseNotes,
} from "../../use-cases/search/use-notes.ts";
import { openDemoPortals } from "../../../tenants/testing/demo-portals.ts";
import { routesOn } from "../../testing/routes-on.ts";

describe("what people miss and open", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  let routes: Route[];
  let notes: UseNotes;
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
    await seedCatalogueDemo(contextAt("schwerin", 0));
    notes = createUseNotes();
    routes = routesOn(testDatabase, {
      portals,
      notes,
    });
  });
  after(() => testDatabase.close());

  const contextAt = (
    tenant: "schwerin" | "grabow",
    hours: number,
    ...may: readonly string[]
  ): Context => ({
    ...testDatabase.contextFor({
      tenantId: demoTenants[tenant],
      now: new Date(Date.UTC(2026, 0, 1, hours)),
    }),
    actor: {
      kind: may.length > 0 ? "staff" : "guest",
      id: may.length > 0 ? "00000000-0000-4000-8000-000000000001" : "guest",
      may: (permission) => may.includes(permission),
    },
  });

  const reach = async (
    path: string,
    context = contextAt("schwerin", 0),
    fields?: Readonly<Record<string, string>>,
  ) => {
    const portal = await portals.findById(context.tenantId);
    assert.ok(portal);
    return visit(routes, fields ? "POST" : "GET", {
      context,
      portal,
      path,
      ...(fields && { fields }),
    });
  };
  const search = async (words: string, hours: number) => {
    const query = new URLSearchParams({ q: words }).toString();
    await reach(`/leistungen?${query}`, contextAt("schwerin", hours));
    await notes.flush();
  };
  const desk = async (tenant: "schwerin" | "grabow" = "schwerin") =>
    asPage(
      await reach(
        "/verwaltung/suche",
        contextAt(tenant, 200, "catalogue.edit"),
      ),
    ).text.replaceAll(/\s+/g, " ");

  test("a search in vain is shown to the editor from the fifth occasion on, an hour apart, and in no other portal", async () => {
    for (const hours of [0, 2, 4, 6]) await search("Dinosaurier", hours);
    for (const hours of [6, 6, 6]) await search("Dinosaurier", hours);
    assert.doesNotMatch(await desk(), /dinosaurier/);
    assert.match(await desk(), /Seltene Suchen außerdem: 1\./);
    await search("DINOSAURIER!", 8);
    assert.match(await desk(), /dinosaurier<\/a/);
    assert.match(await desk(), /5-mal/);
    assert.doesNotMatch(await desk("grabow"), /dinosaurier/);
  });

  test("what may be about a person is not counted, and what stayed rare is forgotten", async () => {
    for (const words of [
      "xyzzyq 0385 123",
      "xyzzyq@example.org",
      "xyzzyqa xyzzyqb xyzzyqc xyzzyqd xyzzyqe",
    ])
      await search(words, 10);
    assert.match(await desk(), /Seltene Suchen außerdem: 0\./);
    await search("Quetzal", 10);
    assert.match(await desk(), /Seltene Suchen außerdem: 1\./);
    await search("Zebrafink", 10 + 24 * 40);
    assert.match(await desk(), /Seltene Suchen außerdem: 1\./);
  });

  test("a page without hits offers what others ask for, the most asked first", async () => {
    const open = () => reach("/leistungen/fundsachen");
    await open();
    await open();
    await notes.flush();
    const page = asPage(await reach("/leistungen?q=Dinosaurier"));
    const [, others = ""] = page.text.split("Danach fragen andere");
    assert.match(others, /^[\s\S]*?\/leistungen\/fundsachen/);
    assert.ok(
      others.indexOf("fundsachen") < others.indexOf("bewohnerparkausweis"),
    );
  });

  test("an editor teaches a word, sees it, and takes it back; two words are refused and stay typed", async () => {
    const editor = contextAt("schwerin", 0, "catalogue.edit");
    const refused = asPage(
      await reach("/verwaltung/suche", editor, {
        wort: "Dino saurier",
        bedeutung: "Fundsachen",
        aktion: "neu",
      }),
    );
    assert.equal(refused.status, 422);
    assert.match(refused.title, /^Fehler: /);
    assert.match(refused.text, /value="Dino saurier"/);
    assert.match(refused.text, /genau ein Wort/);
    const saved = await reach("/verwaltung/suche", editor, {
      wort: "Dinosaurier",
      bedeutung: "Fundsachen",
      aktion: "neu",
    });
    assert.equal(saved.kind, "redirect");
    const found = asPage(await reach("/leistungen?q=Dinosaurier"));
    assert.match(found.text, /href="\/leistungen\/fundsachen"/);
    const [, stem, goal] =
      /name="stamm" value="([^"]+)"[^>]*>\s*<input type="hidden" name="ziel" value="([^"]+)"/.exec(
        await desk(),
      ) ?? [];
    await reach("/verwaltung/suche", editor, {
      stamm: stem ?? "",
      ziel: goal ?? "",
      aktion: "entfernen",
    });
    assert.match(await desk(), /noch keine Wörter/);
  });

  test("nobody else sees or teaches anything", async () => {
    const other = contextAt("schwerin", 0, "vorgang.read");
    assert.equal(errorStatusOf(await reach("/verwaltung/suche", other)), 403);
    const fields = { wort: "a", bedeutung: "Fundsachen", aktion: "neu" };
    assert.equal(
      errorStatusOf(await reach("/verwaltung/suche", other, fields)),
      403,
    );
  });

  test("hits are narrowed by who offers them, by topic, to what is online, and for businesses", async () => {
    const all = asPage(await reach("/leistungen?q=Wohnung")).text;
    assert.match(all, /Wohnungsgesellschaft Schwerin \(WGS\) \(3\)/);
    const address = (more: Record<string, string>) =>
      `/leistungen?${new URLSearchParams({ q: "Wohnung", ...more }).toString()}`;
    const company = asPage(
      await reach(address({ von: "Wohnungsgesellschaft Schwerin (WGS)" })),
    ).text;
    assert.match(company, /3 Leistungen gefunden/);
    assert.doesNotMatch(company, /leistungen\/wohngeld"/);
    assert.match(company, /aria-current="true"/);
    const none = asPage(await reach(address({ von: "Niemand" }))).text;
    assert.match(none, /Mit dieser Auswahl gibt es keine Treffer/);
    const business = asPage(
      await reach("/leistungen?q=Gewerbe&fuer=unternehmen"),
    ).text;
    assert.doesNotMatch(business, /leistungen\/gewerbeummeldung"/);
    assert.match(business, /leistungen\/gewerbeabmeldung"/);
    const online = asPage(await reach("/leistungen?q=Strom&online=ja")).text;
    assert.match(online, /leistungen\/strom-anmelden"/);
    assert.doesNotMatch(online, /leistungen\/stoerung"/);
  });
});
