import assert from "node:assert/strict";
import type { Context } from "../../../platform/context/context.ts";
import {
  createTestDatabase,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { visit } from "../../../shell/testing/visit.ts";
import type { Reply } from "../../../shell/web/route.ts";
import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { openDemoPortals } from "../../tenants/testing/demo-portals.ts";
import { seedCatalogueDemo } from "../demo/seed-catalogue-demo.ts";
import { findLeistungBySlug } from "../use-cases/find-leistung-by-slug.ts";
import { routesOn } from "./routes-on.ts";

/** Staff ids of two editors. */
export const erna = "00000000-0000-4000-8000-000000000001";
export const otto = "00000000-0000-4000-8000-000000000002";

type Tenant = "schwerin" | "grabow";

/** The pages of the catalogue over the Leistungen of the demo, for who edits them. */
export type EditorPortal = {
  readonly testDatabase: TestDatabase;
  editor(who?: string, tenant?: Tenant): Context;
  /** A GET, or a POST of these fields. */
  reach(
    context: Context,
    path: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<Reply>;
  /** Of a Leistung of Schwerin that everybody sees. */
  idOf(slug: string): Promise<string>;
};

/** Who opens it closes its database. */
export async function openEditorPortal({
  tenants = ["schwerin"],
}: { readonly tenants?: readonly Tenant[] } = {}): Promise<EditorPortal> {
  const testDatabase = await createTestDatabase();
  const portals = await openDemoPortals(testDatabase);
  const guestAt = (tenantId: string) => testDatabase.contextFor({ tenantId });
  for (const tenant of tenants)
    await seedCatalogueDemo(guestAt(demoTenants[tenant]));
  const names = new Map([
    [erna, "Erna Eins"],
    [otto, "Otto Zwo"],
  ]);
  const routes = routesOn(testDatabase, {
    portals,
    listStaffNames: () => Promise.resolve(names),
  });
  return {
    testDatabase,
    editor: (who = erna, tenant = "schwerin") =>
      testDatabase.contextFor({
        tenantId: demoTenants[tenant],
        actor: staffWith(who, "catalogue.edit"),
      }),
    reach: async (context, path, fields) => {
      const portal = await portals.findById(context.tenantId);
      assert.ok(portal);
      return visit(routes, fields ? "POST" : "GET", {
        context,
        portal,
        path,
        ...(fields && { fields }),
      });
    },
    idOf: async (slug) => {
      const context = guestAt(demoTenants.schwerin);
      const found = await findLeistungBySlug(context, slug);
      return found?.id ?? assert.fail(slug);
    },
  };
}
