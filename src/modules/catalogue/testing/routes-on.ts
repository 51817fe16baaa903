import type { TestDatabase } from "../../../platform/testing/test-database.ts";
import type { Route } from "../../../shell/web/route.ts";
import type { CataloguePorts } from "../web/found-leistungen.ts";
import { catalogueRoutes } from "../web/routes.ts";

/** The pages of the catalogue on a test's database; nobody but the portal itself receives what is begun in it, unless a port says so. */
export function routesOn(
  testDatabase: TestDatabase,
  ports: Pick<CataloguePorts, "portals"> & Partial<CataloguePorts>,
): Route[] {
  return catalogueRoutes({
    guestIn: (_context, tenantId) => testDatabase.contextFor({ tenantId }),
    findReceiver: () => Promise.resolve({}),
    ...ports,
  });
}
