import type { ModuleContribution } from "../../shell/module.ts";
import { cleanUpHandler, probeHandler } from "./jobs/federation-jobs.ts";
import type { FederationPorts } from "./ports.ts";
import { metadataRoutes } from "./web/metadata-routes.ts";
import { providerRoutes } from "./web/provider-routes.ts";
import { signInRoutes } from "./web/sign-in-routes.ts";
import { signOutRoutes } from "./web/sign-out-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Signing in at others, and the pages where it is set up. */
export function federationModule(ports: FederationPorts): ModuleContribution {
  return {
    name: "federation",
    sealed: sealedTables,
    routes: [
      ...signInRoutes(ports),
      ...signOutRoutes(ports),
      ...metadataRoutes(ports),
      ...providerRoutes(ports),
    ],
    jobs: [probeHandler(ports), cleanUpHandler],
  };
}
