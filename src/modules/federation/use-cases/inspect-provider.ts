import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type { ProviderInspection } from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import { listProviders } from "../store/provider-store.ts";
import { momentFor, openProvider, protocolFor } from "./ground.ts";
import { findKept, maySee, type Keeper } from "./keeper.ts";
import { readHealth, type KnownHealth } from "./watch-health.ts";

export type ProviderOverview = {
  readonly provider: IdentityProvider;
  readonly health: KnownHealth | undefined;
};

/** All providers that this keeper may see, with what is known of their health. Others see none. */
export async function listConfigured(
  keeper: Keeper,
): Promise<readonly ProviderOverview[]> {
  const { installation } = keeper;
  const rows = await installation.transaction((db) =>
    listProviders(db, installation.tenantId),
  );
  const seen = rows.filter((row) =>
    maySee(keeper, { portalTenantId: row.portal_tenant_id ?? undefined }),
  );
  const health = await readHealth(installation);
  return Promise.all(
    seen.map(async (row) => ({
      provider: await openProvider(installation, row),
      health: health.get(row.key),
    })),
  );
}

/** Asks a provider for everything that can be asked without a person; changes nothing. */
export async function inspectProvider(
  keeper: Keeper,
  ports: FederationPorts,
  key: string,
): Promise<
  Result<
    { readonly provider: IdentityProvider } & ProviderInspection,
    { readonly kind: "not-found" }
  >
> {
  const provider = await findKept(keeper, key);
  if (!provider) return refuse({ kind: "not-found" });
  const inspection = await protocolFor(ports, provider.kind).inspect(
    provider,
    momentFor(keeper.installation, ports, provider),
  );
  return ok({ provider, ...inspection });
}
