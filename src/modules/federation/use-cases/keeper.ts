import type { Context } from "../../../platform/context/context.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import { findConfigured } from "./ground.ts";

/** Who sets identity providers up: the operator all of them, an administrator those of their own authority. */
export type Keeper = {
  /** The caller on the portal they work at. */
  readonly here: Context;
  /** The same caller where providers are kept: in the installation's tenant. */
  readonly installation: Context;
};

/** Permission of administrators. */
export const keepsOwnProviders = "identity-providers.edit";

/** The same caller at the installation; `accounts` is the request's context there. */
export function keeperOf(here: Context, accounts: Context): Keeper {
  return { here, installation: { ...accounts, actor: here.actor } };
}

/** True for the operator, who decides on all portals and on what a provider may prove. */
export function keepsAll({ here, installation }: Keeper): boolean {
  return here.tenantId === installation.tenantId && here.actor.may("operator");
}

/** True for whoever may see this provider's settings and try it. */
export function maySee(
  keeper: Keeper,
  { portalTenantId }: Pick<IdentityProvider, "portalTenantId">,
): boolean {
  const { here } = keeper;
  return (
    keepsAll(keeper) ||
    (here.actor.may(keepsOwnProviders) && portalTenantId === here.tenantId)
  );
}

/**
 * True for whoever may change it. What is taken for surer than a password counts on all portals, so only the operator says so, and nobody
 * else exchanges what it was said of.
 */
export function mayChange(
  keeper: Keeper,
  provider: Pick<IdentityProvider, "portalTenantId" | "assuranceLevel">,
): boolean {
  return (
    keepsAll(keeper) ||
    (maySee(keeper, provider) && provider.assuranceLevel === "low")
  );
}

/** A provider that this keeper may see. */
export async function findKept(
  keeper: Keeper,
  key: string,
): Promise<IdentityProvider | undefined> {
  const provider = await findConfigured(keeper.installation, key);
  return provider && maySee(keeper, provider) ? provider : undefined;
}
