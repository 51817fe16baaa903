import type { Context } from "../../../platform/context/context.ts";
import * as store from "../store/leistung-store.ts";

/** Addresses of what everybody may see in this portal, and when each changed last. One statement. */
export function listAddresses(
  context: Context,
): Promise<readonly { readonly slug: string; readonly updatedAt: Date }[]> {
  return context.read((db) => store.listAddresses(db, context.tenantId));
}
