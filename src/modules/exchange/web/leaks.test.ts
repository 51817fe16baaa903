import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { visit } from "../../../shell/testing/visit.ts";
import {
  assertOnlyShown,
  keepers,
  keepFromView,
} from "../../catalogue/testing/kept-from-view.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { seedTenantsDemo } from "../../tenants/demo/seed-tenants-demo.ts";
import { createPortalDirectory } from "../../tenants/index.ts";
import { openDataRoutes } from "./open-data-routes.ts";

describe("what programs may not read of the catalogue", () => {
  let testDatabase: TestDatabase;
  before(async () => {
    testDatabase = await createTestDatabase();
    await testDatabase.database.unscoped(seedTenantsDemo);
    await keepFromView(testDatabase);
  });
  after(() => testDatabase.close());

  for (const path of [
    "/daten/leistungen.json",
    "/daten/leistungen.csv",
    "/daten/leistungen.xml",
    "/daten/leistungen.xml?since=2000-01-01",
  ]) {
    test(`${path} shows what is shown, and nothing hidden, ended, to come or foreign`, async () => {
      const portals = createPortalDirectory({
        transaction: (work) => testDatabase.database.unscoped(work),
        maxAgeMs: 600_000,
      });
      for (const keeper of keepers) {
        const tenantId = demoTenants[keeper];
        const portal = await portals.findById(tenantId);
        assert.ok(portal);
        const context = testDatabase.contextFor({ tenantId });
        const reply = await visit([...openDataRoutes], "GET", {
          context,
          portal,
          path,
        });
        assert.ok(reply.kind === "download" && Buffer.isBuffer(reply.body));
        assertOnlyShown(reply.body.toString("utf8"), keeper);
      }
    });
  }
});
