import type { ModuleContribution } from "../../shell/module.ts";
import { indexSearchHandler } from "./jobs/index-search.ts";
import { runBatchHandler } from "./jobs/run-batch.ts";
import { redateHandler, watchClocksHandler } from "./jobs/clock-jobs.ts";
import type { VorgaengePorts } from "./ports.ts";
import { clockRoutes } from "./web/clock-routes.ts";
import { correctionRoutes } from "./web/correction-routes.ts";
import { statusRoutes } from "./web/status-routes.ts";
import { workplaceRoutes } from "./web/workplace-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

export type { VorgaengePorts } from "./ports.ts";

/** The caseworker's workplace and the applicant's status page; reads submissions through the given ports. */
export function vorgaengeModule(ports: VorgaengePorts): ModuleContribution {
  return {
    name: "vorgaenge",
    sealed: sealedTables,
    routes: [
      ...workplaceRoutes(ports),
      ...correctionRoutes(ports),
      ...clockRoutes(ports),
      ...statusRoutes(ports),
    ],
    jobs: [
      indexSearchHandler(ports.submissions),
      runBatchHandler(ports),
      watchClocksHandler(ports),
      redateHandler,
    ],
  };
}
