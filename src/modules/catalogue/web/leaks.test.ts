import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { asPage, errorStatusOf, visit } from "../../../shell/testing/visit.ts";
import type { Reply, Route } from "../../../shell/web/route.ts";
import { type PortalDirectory } from "../../tenants/index.ts";
import {
  assertOnlyShown,
  everySecret,
  keepers,
  keepFromView,
} from "../testing/kept-from-view.ts";
import { openDemoPortals } from "../../tenants/testing/demo-portals.ts";
import { routesOn } from "../testing/routes-on.ts";

/** Every public page that lists Leistungen; what programs read is tested in `exchange`. */
const lists = [
  "/",
  "/leistungen",
  "/leistungen?buchstabe=Q",
  "/leistungen?thema=personalausweis-und-pass",
  "/leistungen?q=Quastenflosser",
  "/vorschlaege/leistungen?q=Quastenflosser",
  "/sitemap.xml",
];

describe("what nobody may see of the catalogue", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  let routes: Route[];
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
    await keepFromView(testDatabase);
    routes = routesOn(testDatabase, {
      portals,
    });
  });
  after(() => testDatabase.close());

  const contextOf = (tenantId: string): Context =>
    testDatabase.contextFor({ tenantId });
  const reach = async (host: string, path: string): Promise<Reply> => {
    const portal = await portals.findByHost(host);
    assert.ok(portal);
    const context = contextOf(portal.tenantId);
    return visit(routes, "GET", { context, portal, path });
  };
  const wholeOf = async (host: string, path: string): Promise<string> => {
    const reply = await reach(host, path);
    if (reply.kind === "json") return JSON.stringify(reply.body);
    if (reply.kind !== "download") return asPage(reply).text;
    assert.ok(Buffer.isBuffer(reply.body));
    return reply.body.toString("utf8");
  };

  for (const path of lists) {
    test(`${path} shows what is shown, and nothing hidden, ended, to come or foreign`, async () => {
      for (const keeper of keepers) {
        assertOnlyShown(await wholeOf(keeper, path), keeper);
      }
    });
  }

  test("the town finds what its county shows", async () => {
    const whole = await wholeOf("grabow", "/leistungen?q=Quastenflosser");
    assert.match(whole, /quastenflosser-shown-lup/);
  });

  test("no page stands at the address of what is hidden, ended, to come or foreign", async () => {
    for (const host of keepers) {
      const own = await wholeOf(
        host,
        `/leistungen/quastenflosser-shown-${host}`,
      );
      assert.match(own, /Quastenflosser halten/);
      for (const slug of everySecret)
        assert.equal(
          errorStatusOf(await reach(host, `/leistungen/${slug}`)),
          404,
        );
    }
    assert.equal(
      errorStatusOf(
        await reach("grabow", "/leistungen/quastenflosser-shown-schwerin"),
      ),
      404,
    );
  });
});
