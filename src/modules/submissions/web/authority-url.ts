import type { PortalRequest } from "../../../shell/web/route.ts";
import { addressOfPortal } from "../../tenants/index.ts";

/** Address of the portal of whoever receives the application: status page, public check of the receipt. */
export function authorityUrl({
  baseUrl,
  portal,
  authority,
}: Pick<PortalRequest, "baseUrl" | "portal" | "authority">): string {
  return addressOfPortal(baseUrl, portal, authority);
}
