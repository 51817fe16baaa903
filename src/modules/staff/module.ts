import type { ModuleContribution } from "../../shell/module.ts";
import { tidyHandler } from "./jobs/tidy.ts";
import { accountRoutes } from "./web/account-routes.ts";
import { directoryRoutes } from "./web/directory-routes.ts";
import type { DirectoryPorts, ListLeistungen, ListPrograms } from "./ports.ts";
import { reviewRoutes } from "./web/review-routes.ts";
import { absenceRoutes } from "./web/absence-routes.ts";
import { memberRoutes } from "./web/member-routes.ts";
import { teamRoutes } from "./web/team-routes.ts";
import { signInRoutes, type StaffWebOptions } from "./web/sign-in-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Pages to sign in and out, and of the own account. `startPaths`: first page after signing in. */
export function staffModule(
  options: StaffWebOptions &
    DirectoryPorts & {
      readonly listLeistungen: ListLeistungen;
      readonly listPrograms: ListPrograms;
    },
): ModuleContribution {
  return {
    name: "staff",
    sealed: sealedTables,
    routes: [
      ...signInRoutes(options),
      ...accountRoutes(),
      ...directoryRoutes(options),
      ...memberRoutes(),
      ...teamRoutes(options.listLeistungen),
      ...absenceRoutes(),
      ...reviewRoutes(options.listPrograms),
    ],
    jobs: [tidyHandler()],
  };
}
