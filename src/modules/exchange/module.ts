import type { ModuleContribution } from "../../shell/module.ts";
import type { PortalDirectory } from "../tenants/index.ts";
import { feedJob } from "./jobs/feed-job.ts";
import type { FeedPorts } from "./use-cases/fetch-delivery.ts";
import { importRoutes, type ImportPorts } from "./web/import-routes.ts";
import { openDataRoutes } from "./web/open-data-routes.ts";

export type ExchangePorts = FeedPorts &
  ImportPorts & { readonly portals: PortalDirectory };

/** What comes into the catalogue from elsewhere, and what goes out of it for programs. */
export function exchangeModule(ports: ExchangePorts): ModuleContribution {
  return {
    name: "exchange",
    routes: [...importRoutes(ports), ...openDataRoutes],
    jobs: [feedJob(ports)],
  };
}
