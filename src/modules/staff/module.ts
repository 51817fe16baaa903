import type { ModuleContribution } from "../../shell/module.ts";
import { accountRoutes } from "./web/account-routes.ts";
import { signInRoutes, type StartPaths } from "./web/sign-in-routes.ts";

/** Pages to sign in and out and of the own account. `startPaths`: first page after signing in. */
export function staffModule(startPaths: StartPaths): ModuleContribution {
  return {
    name: "staff",
    routes: [...signInRoutes(startPaths), ...accountRoutes()],
    jobs: [],
  };
}
