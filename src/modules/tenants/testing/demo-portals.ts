import type { TestDatabase } from "../../../platform/testing/test-database.ts";
import { seedTenantsDemo } from "../demo/seed-tenants-demo.ts";
import {
  createPortalDirectory,
  type PortalDirectory,
} from "../use-cases/portal-directory.ts";

/** Seeds the authorities of the demo and gives the directory of their portals. */
export async function openDemoPortals({
  database,
}: TestDatabase): Promise<PortalDirectory> {
  await database.unscoped(seedTenantsDemo);
  return createPortalDirectory({
    transaction: (work) => database.unscoped(work),
    maxAgeMs: 600_000,
  });
}
