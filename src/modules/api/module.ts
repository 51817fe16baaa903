import type { ModuleContribution } from "../../shell/module.ts";
import type { ApiPorts } from "./ports.ts";
import { accessRoutes } from "./web/access-routes.ts";
import { documentRoutes } from "./web/document-routes.ts";
import { apiRoutes } from "./web/api-routes.ts";

export type { ApiPorts };

/** The interface for back-office systems, and the pages where administrators let them in. */
export function apiModule(ports: ApiPorts): ModuleContribution {
  return {
    name: "api",
    routes: [...accessRoutes(ports), ...documentRoutes, ...apiRoutes(ports)],
    jobs: [],
  };
}
