import type { ModuleContribution } from "../../shell/module.ts";
import { endMandateHandler } from "./jobs/end-mandate.ts";
import { forgetInvitationsHandler } from "./jobs/forget-invitations.ts";
import type { ListScopeChoices } from "./ports.ts";
import { invitationRoutes } from "./web/invitation-routes.ts";
import { mandateRoutes } from "./web/mandate-routes.ts";
import { membershipRoutes } from "./web/membership-routes.ts";
import { organisationRoutes } from "./web/organisation-routes.ts";
import { switchRoutes } from "./web/switch-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Organisations, mandates and acting for somebody. */
export function representationModule(ports: {
  readonly listScopeChoices: ListScopeChoices;
}): ModuleContribution {
  return {
    name: "representation",
    sealed: sealedTables,
    routes: [
      ...organisationRoutes(),
      ...membershipRoutes(),
      ...invitationRoutes(),
      ...switchRoutes(),
      ...mandateRoutes(ports),
    ],
    jobs: [endMandateHandler(), forgetInvitationsHandler()],
  };
}
