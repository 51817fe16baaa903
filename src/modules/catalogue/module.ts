import type { ModuleContribution } from "../../shell/module.ts";
import type { CataloguePorts } from "./web/found-leistungen.ts";
import { catalogueRoutes } from "./web/routes.ts";

/** Start of a portal and its Leistungen. */
export function catalogueModule(ports: CataloguePorts): ModuleContribution {
  return {
    name: "catalogue",
    routes: catalogueRoutes(ports),
    jobs: [],
  };
}

export type { CataloguePorts };
