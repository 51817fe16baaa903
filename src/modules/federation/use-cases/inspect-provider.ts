import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { IdentityProvider } from "../domain/identity-provider.ts";
import type { ProviderInspection } from "../domain/sign-in-protocol.ts";
import type { FederationPorts } from "../ports.ts";
import { listProviders } from "../store/provider-store.ts";
import {
  findConfigured,
  momentFor,
  openProvider,
  protocolFor,
} from "./ground.ts";
import { readHealth, type KnownHealth } from "./watch-health.ts";

export type ProviderOverview = {
  readonly provider: IdentityProvider;
  readonly health: KnownHealth | undefined;
};

/** All providers that were set up, with what is known of their health. For operators; others see none. */
export async function listConfigured(
  context: Context,
): Promise<readonly ProviderOverview[]> {
  if (!context.actor.may("operator")) return [];
  const rows = await context.transaction((db) =>
    listProviders(db, context.tenantId),
  );
  const health = await readHealth(context);
  return Promise.all(
    rows.map(async (row) => ({
      provider: await openProvider(context, row),
      health: health.get(row.key),
    })),
  );
}

/** Asks a provider for everything that can be asked without a person; changes nothing. For operators. */
export async function inspectProvider(
  context: Context,
  ports: FederationPorts,
  key: string,
): Promise<
  Result<
    { readonly provider: IdentityProvider } & ProviderInspection,
    { readonly kind: "not-found" }
  >
> {
  if (!context.actor.may("operator")) return refuse({ kind: "not-found" });
  const provider = await findConfigured(context, key);
  if (!provider) return refuse({ kind: "not-found" });
  const inspection = await protocolFor(ports, provider.kind).inspect(
    provider,
    momentFor(context, ports, provider),
  );
  return ok({ provider, ...inspection });
}
