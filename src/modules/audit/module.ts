import type { ModuleContribution } from "../../shell/module.ts";
import { auditRoutes, type AuditPorts } from "./web/audit-routes.ts";

/** The page that shows who did what. */
export function auditModule(ports: AuditPorts): ModuleContribution {
  return { name: "audit", routes: auditRoutes(ports), jobs: [] };
}
