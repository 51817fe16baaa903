import type { Context } from "../../../platform/context/context.ts";
import { listOffices } from "../../tenants/index.ts";
import type { Exported } from "../domain/exported.ts";
import {
  listOwnLeistungen,
  listResponsibilities,
} from "../store/export-store.ts";

/** Everything this portal hands out of its own, or what changed since. Three statements. */
export async function exportLeistungen(
  context: Context,
  since?: Date,
): Promise<
  Pick<Exported, "leistungen" | "offices" | "responsibilities" | "isDelta">
> {
  const { tenantId } = context;
  const [leistungen, responsibilities] = await context.read((db) =>
    Promise.all([
      listOwnLeistungen(db, tenantId, since),
      listResponsibilities(db, tenantId),
    ]),
  );
  return {
    leistungen,
    responsibilities,
    offices: await listOffices(context),
    isDelta: since !== undefined,
  };
}
