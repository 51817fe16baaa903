import type { Portal, PortalDirectory } from "../modules/tenants/index.ts";

/** A portal's own tenant and all above and below it. From memory. */
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
  return [...above, ...below];
}

/** A portal's own tenant, then the one above it, and so on. From memory. */
export async function tenantsAbove(
  { tenantId }: Pick<Portal, "tenantId">,
  portals: Pick<PortalDirectory, "list">,
): Promise<readonly string[]> {
  const all = await portals.list();
  return lineOf(
    tenantId,
    new Map(all.map((portal) => [portal.tenantId, portal.parentTenantId])),
  );
}

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
