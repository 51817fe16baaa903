import type { Context } from "../../../platform/context/context.ts";
import { listOffices } from "../../tenants/index.ts";
import type { Exported } from "../domain/exported.ts";
import { listOwnLeistungen, listShownPages } from "../store/export-store.ts";

/** Everything this portal hands out of its own, or what changed since. Two statements. */
export async function exportLeistungen(
  context: Context,
  since?: Date,
): Promise<Pick<Exported, "leistungen" | "offices">> {
  const leistungen = await context.read((db) =>
    listOwnLeistungen(db, context.tenantId, since),
  );
  return { leistungen, offices: await listOffices(context) };
}

/** Pages for the sitemap. One statement. */
export function listPages(
  context: Context,
): Promise<readonly { readonly slug: string; readonly updatedAt: Date }[]> {
  return context.read((db) => listShownPages(db, context.tenantId));
}
