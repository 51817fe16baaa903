import type { Portal, PortalDirectory } from "../modules/tenants/index.ts";

/** A portal's own tenant, all above and below it, and the installation, whose notices stand on every page. From memory. */
export async function relatedTenants(
  { tenantId }: Pick<Portal, "tenantId">,
  portals: Pick<PortalDirectory, "list">,
): Promise<readonly string[]> {
  const all = await portals.list();
  const parents = new Map(
    all.map((portal) => [portal.tenantId, portal.parentTenantId]),
  );
  const above = lineOf(tenantId, parents);
  const below = all
    .map((portal) => portal.tenantId)
    .filter((id) => id !== tenantId && lineOf(id, parents).includes(tenantId));
  const told = installationsOf(all).filter((id) => !above.includes(id));
  return [...above, ...below, ...told];
}

/** A portal's own tenant, then the one above it, and so on. From memory. */
async function tenantsAbove(
  { tenantId }: Pick<Portal, "tenantId">,
  portals: Pick<PortalDirectory, "list">,
): Promise<readonly string[]> {
  const all = await portals.list();
  return lineOf(
    tenantId,
    new Map(all.map((portal) => [portal.tenantId, portal.parentTenantId])),
  );
}

/** Whose notices stand in a portal: the installation's, then its own, then those of the authorities above it. From memory. */
export async function tenantsTelling(
  portal: Pick<Portal, "tenantId">,
  portals: Pick<PortalDirectory, "list">,
): Promise<readonly { readonly tenantId: string; readonly tells: Telling }[]> {
  const installations = installationsOf(await portals.list());
  const line = await tenantsAbove(portal, portals);
  return [
    ...installations.map((tenantId) => ({ tenantId, tells: "all" as const })),
    ...line
      .filter((tenantId) => !installations.includes(tenantId))
      .map((tenantId) => ({
        tenantId,
        tells:
          tenantId === portal.tenantId ? ("own" as const) : ("below" as const),
      })),
  ];
}

/** `all`: the installation, in every portal. `own`: an authority in its portal. `below`: in those of the authorities below it. */
export type Telling = "all" | "own" | "below";

const installationsOf = (all: readonly Portal[]): readonly string[] =>
  all
    .filter(({ kind }) => kind === "installation")
    .map(({ tenantId }) => tenantId);

function lineOf(
  tenantId: string,
  parents: ReadonlyMap<string, string | null>,
): readonly string[] {
  const line: string[] = [];
  let next: string | null | undefined = tenantId;
  // Never in a circle, whatever the tree says.
  while (next && !line.includes(next)) {
    line.push(next);
    next = parents.get(next);
  }
  return line;
}
