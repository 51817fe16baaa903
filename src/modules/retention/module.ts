import type { ModuleContribution } from "../../shell/module.ts";
import { deleteDueHandler } from "./jobs/delete-due.ts";
import type { RetentionPorts } from "./ports.ts";
import { calendarRoutes } from "./web/calendar-routes.ts";
import { holdRoutes } from "./web/hold-routes.ts";
import { proofRoutes } from "./web/proof-routes.ts";
import { termsRoutes } from "./web/terms-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

export type { RetentionPorts };

/** Terms, the calendar of deletion, holds, and deletion with proof. */
export function retentionModule(ports: RetentionPorts): ModuleContribution {
  return {
    name: "retention",
    sealed: sealedTables,
    routes: [
      ...calendarRoutes(ports),
      ...holdRoutes(ports),
      ...termsRoutes(ports),
      ...proofRoutes(ports),
    ],
    jobs: [deleteDueHandler(ports)],
  };
}
