import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { asPage, visit } from "../../../shell/testing/visit.ts";
import type { Route } from "../../../shell/web/route.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { listOffices, type PortalDirectory } from "../../tenants/index.ts";
import { applyDirectory } from "../use-cases/above/apply-directory.ts";
import { openDemoPortals } from "../../tenants/testing/demo-portals.ts";
import { routesOn } from "../testing/routes-on.ts";

describe("who is responsible by a directory", () => {
  let testDatabase: TestDatabase;
  let portals: PortalDirectory;
  let routes: Route[];
  const asked: unknown[] = [];
  before(async () => {
    testDatabase = await createTestDatabase();
    portals = await openDemoPortals(testDatabase);
    routes = routesOn(testDatabase, {
      portals,
      findDirectoryOffice: (_context, { source, key }, ars) => {
        asked.push({ source, key, ars });
        return Promise.resolve({
          key: "A:O7",
          name: "Fundbüro des Landes",
          street: "Ring 3",
          postcode: "19053",
          town: "Schwerin",
          phone: "",
          email: "",
          hours: "Di: 09:00-12:00",
          days: "",
          note: "",
        });
      },
    });
  });
  after(() => testDatabase.close());

  const tenantId = demoTenants.schwerin;
  const contextOf = (tenant: string): Context =>
    testDatabase.contextFor({ tenantId: tenant });
  const deliver = (officeSlug: string) => {
    const context = contextOf(tenantId);
    return context.transaction((db) =>
      applyDirectory(db, tenantId, {
        source: "land",
        now: context.now,
        keys: ["A:L1"],
        readContents: () =>
          Promise.resolve(
            new Map([
              [
                "A:L1",
                {
                  title: { de: "Fundsachen" },
                  teaser: { de: "" },
                  keywords: [],
                  situations: [],
                  assuranceLevel: "none",
                  onlineMaturity: 0,
                  officeSlug,
                },
              ],
            ]),
          ),
        onBatch: () => undefined,
      }),
    );
  };
  const textOfPage = async () => {
    const portal = await portals.findById(tenantId);
    assert.ok(portal);
    const reply = await visit(routes, "GET", {
      context: contextOf(tenantId),
      portal,
      path: "/leistungen/fundsachen",
    });
    return { ars: portal.ars, text: asPage(reply).text };
  };

  test("is shown where the portal has no office of its own for what it took over", async () => {
    await deliver("");
    const { ars, text } = await textOfPage();
    assert.deepEqual(asked, [{ source: "land", key: "A:L1", ars }]);
    assert.match(text, /Fundbüro des Landes/);
    assert.match(text, /Di: 09:00-12:00/);
  });

  test("is not asked for where it has one", async () => {
    const [office] = await listOffices(contextOf(tenantId));
    assert.ok(office);
    asked.length = 0;
    await deliver(office.slug);
    const { text } = await textOfPage();
    assert.deepEqual(asked, []);
    assert.doesNotMatch(text, /Fundbüro des Landes/);
  });
});
