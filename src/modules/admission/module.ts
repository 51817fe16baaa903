import type { ModuleContribution } from "../../shell/module.ts";
import type { CountAtWork } from "./use-cases/enter.ts";
import { limitRoutes } from "./web/limit-routes.ts";

/** How many may fill in an application at the same time. */
export function admissionModule(countAtWork: CountAtWork): ModuleContribution {
  return { name: "admission", routes: limitRoutes(countAtWork), jobs: [] };
}
