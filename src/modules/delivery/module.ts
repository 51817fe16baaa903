import type { ModuleContribution } from "../../shell/module.ts";
import { deliverJob } from "./jobs/deliver.ts";
import type { DeliveryPorts } from "./use-cases/attempt-delivery.ts";
import { deliveryRoutes } from "./web/routes.ts";

/** The outbox: its job, and its page for caseworkers. */
export function deliveryModule(ports: DeliveryPorts): ModuleContribution {
  return {
    name: "delivery",
    routes: deliveryRoutes,
    jobs: [deliverJob(ports)],
  };
}
