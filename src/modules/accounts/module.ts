import type { ModuleContribution } from "../../shell/module.ts";
import type { ListSignInWays, OfferProviderSignOut } from "./ports.ts";
import { accountRoutes } from "./web/account-routes.ts";

/** Signing in as a citizen, and the pages of the account. */
export function accountsModule(ports: {
  readonly listSignInWays: ListSignInWays;
  readonly offerProviderSignOut: OfferProviderSignOut;
}): ModuleContribution {
  return { name: "accounts", routes: [...accountRoutes(ports)], jobs: [] };
}
