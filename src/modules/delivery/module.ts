import type { ModuleContribution } from "../../shell/module.ts";
import { deliverJob } from "./jobs/deliver.ts";
import { followJob } from "./jobs/follow.ts";
import { watchJob } from "./jobs/watch.ts";
import type { DeliveryPorts } from "./use-cases/attempt-delivery.ts";
import type { FollowPorts } from "./use-cases/follow-delivery.ts";
import type { EscalationPorts } from "./use-cases/watch-deliveries.ts";
import { destinationCallRoute } from "./web/call-route.ts";
import {
  destinationRoutes,
  type DestinationPorts,
} from "./web/destination-routes.ts";
import { findRoutes } from "./web/find-routes.ts";
import { listRoutes } from "./web/routes.ts";
import { settleRoutes, type PortalNames } from "./web/settle-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

export {
  countInstallation,
  readInstalledDays,
} from "./use-cases/view-destinations.ts";
export {
  countInstalled,
  type ConnectorCount,
} from "./store/count-installed.ts";

export type DeliveryModulePorts = DeliveryPorts &
  FollowPorts &
  EscalationPorts &
  DestinationPorts & { readonly portalNames: PortalNames };

/** The outbox: its jobs, and its pages for caseworkers and the operator. */
export function deliveryModule(ports: DeliveryModulePorts): ModuleContribution {
  return {
    name: "delivery",
    sealed: sealedTables,
    routes: [
      ...listRoutes,
      ...settleRoutes(ports),
      ...findRoutes(ports),
      ...destinationRoutes(ports),
      destinationCallRoute(ports),
    ],
    jobs: [deliverJob(ports), followJob(ports), watchJob(ports)],
  };
}
