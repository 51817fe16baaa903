import type { ModuleContribution } from "../../shell/module.ts";
import type { PortalDirectory } from "./use-cases/portal-directory.ts";
import { tenantsRoutes } from "./web/routes.ts";

/** Pages about who is responsible and how to reach them. */
export function tenantsModule(ports: {
  readonly portals: PortalDirectory;
}): ModuleContribution {
  return { name: "tenants", routes: tenantsRoutes(ports.portals), jobs: [] };
}
