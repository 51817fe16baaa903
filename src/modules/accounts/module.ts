import type { ModuleContribution } from "../../shell/module.ts";
import type { ListSignInWays, OfferProviderSignOut } from "./ports.ts";
import {
  portalsFollowHandler,
  type PortalsFollowPorts,
} from "./jobs/portals-follow.ts";
import { tidyHandler } from "./jobs/tidy.ts";
import type { AccountPlace } from "./use-cases/tidy-accounts.ts";
import { handOverRoutes, type HandOverPorts } from "./web/hand-over-routes.ts";
import { identitiesRoutes } from "./web/identities-routes.ts";
import { ownDataRoutes, type OwnDataPorts } from "./web/own-data-routes.ts";
import { accountRoutes } from "./web/account-routes.ts";
import { addressRoutes } from "./web/address-routes.ts";
import { consentsRoutes } from "./web/consents-routes.ts";
import { counterRoutes } from "./web/counter-routes.ts";
import { profileRoutes } from "./web/profile-routes.ts";
import { localRoutes } from "./web/local-routes.ts";
import { securityRoutes, type SecurityPorts } from "./web/security-routes.ts";
import { passkeyRoutes } from "./web/passkey-routes.ts";
import { secondFactorRoutes } from "./web/second-factor-routes.ts";
import { sealedTables } from "./sealed-tables.ts";

/** Wired by main into the module that has words of mails changed. */
export { accountMails } from "./i18n/mail-texts.ts";

/** Wired by main into the module that takes in applications at the counter. */
export { takeAccountOfCode } from "./use-cases/take-account-of-code.ts";

/** What accounts need from others. */
export type AccountsPorts = {
  readonly listSignInWays: ListSignInWays;
  readonly offerProviderSignOut: OfferProviderSignOut;
  /** Where a mail about an account leads to. */
  readonly placeOf: () => Promise<AccountPlace>;
} & OwnDataPorts &
  PortalsFollowPorts &
  HandOverPorts &
  SecurityPorts;

/** Signing in as a citizen, and the pages of the account. */
export function accountsModule(ports: AccountsPorts): ModuleContribution {
  return {
    name: "accounts",
    sealed: sealedTables,
    routes: [
      ...accountRoutes(ports),
      ...localRoutes(),
      ...securityRoutes(ports),
      ...addressRoutes(ports),
      ...passkeyRoutes(ports),
      ...counterRoutes(),
      ...secondFactorRoutes(ports),
      ...identitiesRoutes(ports),
      ...profileRoutes(ports),
      ...consentsRoutes(),
      ...ownDataRoutes(ports),
      ...handOverRoutes(ports),
    ],
    jobs: [
      tidyHandler(ports.placeOf, ports.keepers),
      portalsFollowHandler(ports),
    ],
  };
}
