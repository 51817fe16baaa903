import type { ModuleContribution } from "../../shell/module.ts";
import { publishPlannedHandler } from "./jobs/publish-planned.ts";
import type { CataloguePorts } from "./web/found-leistungen.ts";
import { feedJob } from "./jobs/feed-job.ts";
import type { FeedPorts } from "./use-cases/fetch-delivery.ts";
import { importRoutes } from "./web/import-routes.ts";
import { catalogueRoutes } from "./web/routes.ts";

/** Start of a portal and its Leistungen, and the jobs that fetch them and publish what is planned. */
export function catalogueModule(
  ports: CataloguePorts & FeedPorts,
): ModuleContribution {
  return {
    name: "catalogue",
    routes: [...catalogueRoutes(ports), ...importRoutes(ports)],
    jobs: [feedJob(ports), publishPlannedHandler()],
  };
}

export type { CataloguePorts, FeedPorts };
