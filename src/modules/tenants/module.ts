import type { ModuleContribution } from "../../shell/module.ts";
import type { TenantsPorts } from "./ports.ts";
import { tenantsRoutes } from "./web/routes.ts";
import { officeEditorRoutes } from "./web/office-editor-routes.ts";
import { showNoOffice } from "./web/show-no-office.ts";

/** Pages about who is responsible and how to reach them. */
export function tenantsModule(ports: TenantsPorts): ModuleContribution {
  return {
    name: "tenants",
    routes: [...tenantsRoutes(ports), ...officeEditorRoutes(ports)],
    jobs: [],
  };
}

export { showNoOffice };
