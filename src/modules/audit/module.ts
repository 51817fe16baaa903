import type { TimeStampAuthority } from "../../platform/time-stamp/time-stamp-authority.ts";
import type { ModuleContribution } from "../../shell/module.ts";
import { sealHandler } from "./jobs/seal-handler.ts";
import type { AuditPorts } from "./ports.ts";
import { auditRoutes } from "./web/audit-routes.ts";

/** The page that shows who did what, and the seal of each day. */
export function auditModule(
  ports: AuditPorts & {
    /** Undefined: seals are signed, but nobody else confirms when. */
    readonly timeStampAuthority?: TimeStampAuthority | undefined;
  },
): ModuleContribution {
  return {
    name: "audit",
    routes: auditRoutes(ports),
    jobs: [sealHandler(ports.signer, ports.timeStampAuthority)],
  };
}
