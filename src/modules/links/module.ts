import type { ModuleContribution } from "../../shell/module.ts";
import { checkLinksHandler } from "./jobs/check-links.ts";
import type { LinkPorts } from "./use-cases/check-links.ts";
import { linkRoutes } from "./web/link-routes.ts";

/** Links of what a portal shows: whether they lead anywhere, for its editors. */
export function linksModule(ports: LinkPorts): ModuleContribution {
  return {
    name: "links",
    routes: linkRoutes(ports),
    jobs: [checkLinksHandler(ports)],
  };
}

export type { LinkPorts };
