import type { ModuleContribution } from "../../shell/module.ts";
import { pollAll, pollJob } from "./jobs/poll.ts";
import type { PollPorts } from "./use-cases/poll-source.ts";
import { sourceCallRoute } from "./web/call-route.ts";
import { sourceRoutes } from "./web/source-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

export type ArrivalsModulePorts = PollPorts;

/** Applications that other portals send to this authority: jobs that fetch them, and pages for who sets that up. */
export function arrivalsModule(ports: ArrivalsModulePorts): ModuleContribution {
  return {
    name: "arrivals",
    sealed: sealedTables,
    routes: [...sourceRoutes(ports), sourceCallRoute(ports)],
    jobs: [pollJob(ports), pollAll()],
  };
}
