import type { ModuleContribution } from "../../shell/module.ts";
import { tidyHandler } from "./jobs/tidy.ts";
import { deskRoutes } from "./web/desk-routes.ts";
import { formRoutes, type ContactPorts } from "./web/form-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

/** The contact form of an office, and what comes in by it. */
export function contactModule(ports: ContactPorts): ModuleContribution {
  return {
    name: "contact",
    sealed: sealedTables,
    routes: [...formRoutes(ports), ...deskRoutes],
    jobs: [tidyHandler()],
  };
}
