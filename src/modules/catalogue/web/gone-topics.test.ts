import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { sql, type RawBuilder } from "kysely";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import {
  asPage,
  asRedirect,
  errorStatusOf,
  visit,
} from "../../../shell/testing/visit.ts";
import type { Route } from "../../../shell/web/route.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedCatalogueDemo } from "../demo/seed-catalogue-demo.ts";
import { saveProviders } from "../store/provider-store.ts";
import {
  addSituation,
  removeSituation,
  setSituationHidden,
} from "../use-cases/situations/edit-situations.ts";
import { openDemoPortals } from "../../tenants/testing/demo-portals.ts";
import { routesOn } from "../testing/routes-on.ts";

type Tenant = "grabow" | "lup" | "schwerin";

describe("addresses of topics and providers that are gone", () => {
  let testDatabase: TestDatabase;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    const portals = await openDemoPortals(testDatabase);
    await seedCatalogueDemo(guest("grabow"));
    routes = routesOn(testDatabase, {
      portals,
    });
  });
  after(() => testDatabase.close());

  const guest = (tenant: Tenant) =>
    testDatabase.contextFor({ tenantId: demoTenants[tenant] });
  const editor = (tenant: Tenant) =>
    testDatabase.contextFor({
      tenantId: demoTenants[tenant],
      actor: staffWith("editor", "catalogue.edit"),
    });
  const reach = (tenant: Tenant, path: string, locale: "de" | "en" = "de") =>
    visit(routes, "GET", { context: guest(tenant), path, locale });
  const pageAt = async (...at: Parameters<typeof reach>) => {
    const { status, text } = asPage(await reach(...at));
    return { status, text: text.replaceAll(/\s+/g, " ") };
  };
  const topicAt = (tenant: Tenant, address: string) =>
    pageAt(tenant, `/leistungen?thema=${address}`);
  const add = async (tenant: Tenant, name: string, parentKey = "leisure") => {
    const added = await addSituation(editor(tenant), {
      names: { de: name },
      parentKey,
      audience: "citizen",
    });
    assert.ok(added.ok);
    return added.value;
  };
  const remove = async (tenant: Tenant, key: string) =>
    assert.ok((await removeSituation(editor(tenant), key)).ok);

  test("a topic that never was is not there, with the search, the topics that are, and the contact", async () => {
    const { status, text } = await topicAt("grabow", "raumfahrt-2030");
    assert.equal(status, 404);
    assert.match(text, /<h1[^>]*>Dieses Thema gibt es nicht<\/h1>/);
    assert.doesNotMatch(text, /raumfahrt/);
    assert.match(text, /action="\/leistungen"/);
    assert.match(text, /href="\/leistungen\?thema=familie"/);
    assert.match(text, /href="tel:/);
    const english = await pageAt(
      "grabow",
      "/leistungen?thema=raumfahrt-2030",
      "en",
    );
    assert.match(english.text, /There is no such topic/);
    assert.equal((await pageAt("grabow", "/leistungen?thema=")).status, 200);
  });

  test("a removed topic is told by its name, with the way to what it stood below", async () => {
    const key = await add("grabow", "Pilze sammeln");
    assert.equal((await topicAt("grabow", "pilze-sammeln")).status, 200);
    await remove("grabow", key);
    const { status, text } = await topicAt("grabow", "pilze-sammeln");
    assert.equal(status, 410);
    assert.match(text, /<strong lang="de">Pilze sammeln<\/strong>/);
    assert.match(text, /name="q" value="Pilze sammeln"/);
    assert.match(text, /href="\/leistungen\?thema=freizeit"/);
    assert.equal((await topicAt("schwerin", "pilze-sammeln")).status, 404);
    await add("grabow", "Pilze sammeln");
    assert.equal((await topicAt("grabow", "pilze-sammeln")).status, 200);
  });

  test("a hidden topic is gone without its name, also once it is removed", async () => {
    const key = await add("grabow", "Streng vertraulich");
    await setSituationHidden(editor("grabow"), key, { isHidden: true });
    const isUnnamed = async () => {
      const { status, text } = await topicAt("grabow", "streng-vertraulich");
      assert.equal(status, 410);
      assert.doesNotMatch(text, /Streng vertraulich/);
    };
    await isUnnamed();
    await remove("grabow", key);
    await isUnnamed();
  });

  test("what the county removes or hides is gone in its towns, too", async () => {
    const key = await add("lup", "Kreisjagd");
    assert.equal((await topicAt("grabow", "kreisjagd")).status, 200);
    await remove("lup", key);
    assert.match((await topicAt("grabow", "kreisjagd")).text, /Kreisjagd</);
    assert.equal((await topicAt("schwerin", "kreisjagd")).status, 404);
    const hidden = (isHidden: boolean) =>
      setSituationHidden(editor("lup"), "family.birth", { isHidden });
    await hidden(true);
    assert.equal((await topicAt("grabow", "geburt")).status, 410);
    await hidden(false);
    assert.equal((await topicAt("grabow", "geburt")).status, 200);
  });

  test("a provider with another address leads there, and one that is gone is told by its name", async () => {
    const none = { website: null, phone: null, email: null };
    const work = { kind: "company", tasks: "Strom", ...none } as const;
    const inGrabow = (change: RawBuilder<unknown>) =>
      guest("grabow").transaction((db) => change.execute(db));
    await guest("grabow").transaction((db) =>
      saveProviders(db, demoTenants.grabow, [
        { slug: "werke-alt", name: "Werke Grabow", ...work },
      ]),
    );
    assert.equal((await pageAt("grabow", "/anbieter/werke-alt")).status, 200);
    await inGrabow(
      sql`update catalogue.provider set slug = 'werke-neu' where slug = 'werke-alt'`,
    );
    const led = asRedirect(await reach("grabow", "/anbieter/werke-alt"));
    assert.deepEqual([led.status, led.to], [301, "/anbieter/werke-neu"]);
    await inGrabow(
      sql`delete from catalogue.provider where slug = 'werke-neu'`,
    );
    const { status, text } = await pageAt("grabow", "/anbieter/werke-neu");
    assert.equal(status, 410);
    assert.match(text, /<strong lang="de">Werke Grabow<\/strong>/);
    for (const [tenant, slug] of [
      ["grabow", "gab-es-nie"],
      ["schwerin", "werke-neu"],
    ] as const)
      assert.equal(
        errorStatusOf(await reach(tenant, `/anbieter/${slug}`)),
        404,
      );
  });
});
