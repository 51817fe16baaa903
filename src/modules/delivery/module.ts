import type { ModuleContribution } from "../../shell/module.ts";
import { deliverJob } from "./jobs/deliver.ts";
import { watchJob } from "./jobs/watch.ts";
import type { DeliveryPorts } from "./use-cases/attempt-delivery.ts";
import type { EscalationPorts } from "./use-cases/watch-deliveries.ts";
import { deliveryRoutes } from "./web/routes.ts";

/** The outbox: its jobs, and its pages for caseworkers and the operator. */
export function deliveryModule(
  ports: DeliveryPorts & EscalationPorts,
): ModuleContribution {
  return {
    name: "delivery",
    routes: deliveryRoutes,
    jobs: [deliverJob(ports), watchJob(ports)],
  };
}
