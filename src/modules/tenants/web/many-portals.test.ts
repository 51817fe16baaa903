import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { html } from "../../../platform/html/html.ts";
import { asPage, visit } from "../../../shell/testing/visit.ts";
import { demoTenants } from "../demo/demo-tenants.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import type { Portal } from "../domain/portal.ts";
import {
  createPortalDirectory,
  type PortalDirectory,
} from "../use-cases/portal-directory.ts";
import { tenantsRoutes } from "./routes.ts";

describe("the start page of an installation with many portals", () => {
  let testDatabase: TestDatabase;
  let demo: readonly Portal[];
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    demo = await createPortalDirectory({
      transaction: (work) => testDatabase.database.unscoped(work),
    }).list();
  });
  after(() => testDatabase.close());

  /** Counties with 24 towns each, beside the portals of the demo. */
  const installationOf = (counties: number): readonly Portal[] => {
    const like = (kind: string) => demo.find((each) => each.kind === kind);
    const [county, town] = [like("kreis"), like("stadt")];
    assert.ok(county && town);
    const added = Array.from({ length: counties }, (_, number) => {
      const area = numbered(county, `kreis-${String(number)}`);
      const towns = Array.from({ length: 24 }, (__, place) => ({
        ...numbered(town, `stadt-${String(number)}-${String(place)}`),
        parentTenantId: area.tenantId,
      }));
      return [area, ...towns];
    });
    return [...demo, ...added.flat()];
  };
  const textOf = async (portals: readonly Portal[], path: string) => {
    const directory: PortalDirectory = {
      list: () => Promise.resolve(portals),
      findById: () => Promise.resolve(undefined),
      findByHost: () => Promise.resolve(undefined),
    };
    const [portal] = portals;
    assert.ok(portal);
    const routes = tenantsRoutes({
      portals: directory,
      listLeistungen: () => Promise.resolve([]),
      findDirectoryOffices: () => Promise.resolve([]),
      mapPicture: () => Promise.resolve(html``),
    });
    const context = testDatabase.contextFor({
      tenantId: demoTenants.installation,
    });
    const reply = await visit(routes, "GET", { context, portal, path });
    return asPage(reply).text.replaceAll(/\s+/g, " ");
  };

  test("does not grow with them: counties lead on, sixty of them on a page", async () => {
    const few = await textOf(installationOf(60), "/");
    const many = await textOf(installationOf(300), "/");
    assert.ok(Math.abs(many.length - few.length) < 500);
    assert.match(many, /href="\/\?bereich=kreis-7#portale"[^>]*>kreis-7</);
    assert.match(many, /Landkreis, 25 Portale/);
    assert.match(many, /Seite 1 von 6/);
    assert.doesNotMatch(many, /stadt-7-1/);
    const second = await textOf(installationOf(300), "/?seite=2");
    assert.match(second, /kreis-100</);
    assert.match(
      await textOf(installationOf(300), "/?seite=99"),
      /Seite 6 von 6/,
    );
  });

  test("shows the portals of a county with its own first", async () => {
    const county = await textOf(installationOf(60), "/?bereich=kreis-7");
    assert.match(county, /Portale in kreis-7/);
    assert.match(county, />kreis-7<\/a.*<svg /);
    assert.match(county, /href="http[^"]*stadt-7-1[^"]*"[^>]*>stadt-7-1</);
    assert.doesNotMatch(county, /stadt-8-1</);
    assert.match(
      await textOf(installationOf(60), "/?bereich=nirgends"),
      /kreis-7</,
    );
  });

  test("finds an authority by its name too, and says so where no place fits", async () => {
    const named = await textOf(installationOf(60), "/?ort=kreis-33");
    assert.match(named, /Behörden mit diesem Namen.*kreis-33/);
    assert.doesNotMatch(named, /Diesen Ort haben wir nicht gefunden/);
    const place = await textOf(installationOf(60), "/?ort=Spornitz");
    assert.match(place, /Für Spornitz sind zuständig/);
    assert.doesNotMatch(place, /Behörden mit diesem Namen|kreis-7</);
    assert.match(place, /href="\/#portale"[^>]*>Alle Portale</);
    const nothing = await textOf(installationOf(60), "/?ort=Xyzxyz");
    assert.match(nothing, /nicht gefunden.*kreis-7</);
  });
});

/** Another one like it; its key is nobody's. */
function numbered(portal: Portal, slug: string): Portal {
  return {
    ...portal,
    tenantId: slug,
    slug,
    host: slug,
    name: slug,
    shortName: slug,
    ars: "",
  };
}
