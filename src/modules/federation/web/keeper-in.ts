import type { PortalRequest } from "../../../shell/web/route.ts";
import { keeperOf, type Keeper } from "../use-cases/keeper.ts";
import { federationPaths } from "./federation-paths.ts";

/** The caller as somebody who may set providers up. */
export function keeperIn({ accountContext, context }: PortalRequest): Keeper {
  return keeperOf(context, accountContext);
}

/** Where providers are set up on this portal. */
export function baseOf({ kind }: PortalRequest["portal"]): string {
  return kind === "installation"
    ? federationPaths.operator
    : federationPaths.administrator;
}
