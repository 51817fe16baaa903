import type { Portal } from "../../tenants/index.ts";

/** The portal of a tenant that has submissions; it has one as long as they are kept. */
export async function requirePortal(
  findPortal: (tenantId: string) => Promise<Portal | undefined>,
  tenantId: string,
): Promise<Portal> {
  const portal = await findPortal(tenantId);
  if (!portal)
    throw new Error(
      "submissions: the tenant of a submission has no portal (any more)",
    );
  return portal;
}
