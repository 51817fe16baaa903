import type { ModuleContribution } from "../../shell/module.ts";
import type { PortalDirectory } from "../tenants/index.ts";
import { catalogueRoutes } from "./web/routes.ts";

/** Start of a portal and its Leistungen. */
export function catalogueModule(ports: {
  readonly portals: PortalDirectory;
}): ModuleContribution {
  return {
    name: "catalogue",
    routes: catalogueRoutes(ports.portals),
    jobs: [],
  };
}
