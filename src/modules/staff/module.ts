import type { ModuleContribution } from "../../shell/module.ts";
import { tidyHandler } from "./jobs/tidy.ts";
import { accountRoutes } from "./web/account-routes.ts";
import { directoryRoutes } from "./web/directory-routes.ts";
import { memberRoutes } from "./web/member-routes.ts";
import { signInRoutes, type StaffWebOptions } from "./web/sign-in-routes.ts";

/** Pages to sign in and out, and of the own account. `startPaths`: first page after signing in. */
export function staffModule(options: StaffWebOptions): ModuleContribution {
  return {
    name: "staff",
    routes: [
      ...signInRoutes(options),
      ...accountRoutes(),
      ...directoryRoutes(options.openRelyingParty),
      ...memberRoutes(),
    ],
    jobs: [tidyHandler()],
  };
}
