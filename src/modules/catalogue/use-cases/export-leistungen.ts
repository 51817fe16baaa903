import type { Context } from "../../../platform/context/context.ts";
import { listOffices } from "../../tenants/index.ts";
import type { Exported } from "../domain/exported.ts";
import { listOwnLeistungen } from "../store/export-store.ts";

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
