import type { ModuleContribution } from "../../shell/module.ts";
import { cleanUpHandler, probeHandler } from "./jobs/federation-jobs.ts";
import type { FederationPorts } from "./ports.ts";
import { metadataRoutes } from "./web/metadata-routes.ts";
import { operatorRoutes } from "./web/operator-routes.ts";
import { signInRoutes } from "./web/sign-in-routes.ts";
import { signOutRoutes } from "./web/sign-out-routes.ts";

/** Signing in at others, and the operator's page about them. */
export function federationModule(ports: FederationPorts): ModuleContribution {
  return {
    name: "federation",
    routes: [
      ...signInRoutes(ports),
      ...signOutRoutes(ports),
      ...metadataRoutes(ports),
      ...operatorRoutes(ports),
    ],
    jobs: [probeHandler(ports), cleanUpHandler],
  };
}
