import type { Context } from "../../../platform/context/context.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { ProvenLevel } from "../../accounts/index.ts";
import type { FederationPorts } from "../ports.ts";
import { listProviders } from "../store/provider-store.ts";
import { openProvider } from "./ground.ts";
import { isDownNow, readHealth } from "./watch-health.ts";

/** A provider as the sign-in page shows it. */
export type OfferedWay = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly assuranceLevel: ProvenLevel;
  readonly isDown: boolean;
  readonly path: string;
};

/** The providers of a portal, each with whether it answers: asked anew where that is not known, all at once and within the deadline. */
export async function listSignInWays(
  context: Context,
  ports: FederationPorts,
  where: { readonly portalTenantId: string; readonly locale: Locale },
): Promise<readonly OfferedWay[]> {
  const rows = await context.transaction((db) =>
    listProviders(db, context.tenantId),
  );
  const offered = rows.filter(
    (row) =>
      row.enabled &&
      (row.portal_tenant_id ?? where.portalTenantId) === where.portalTenantId,
  );
  if (offered.length === 0) return [];
  const health = await readHealth(context);
  return Promise.all(
    offered.map(async (row) => {
      const provider = await openProvider(context, row);
      const { key, name, description, assuranceLevel } = provider;
      const known = health.get(key);
      return {
        key,
        name: name[where.locale],
        description: description[where.locale],
        assuranceLevel,
        isDown: await isDownNow(context, ports, { provider, known }),
        path: `/anmelden/mit/${key}`,
      };
    }),
  );
}
