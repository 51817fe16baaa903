import type { Context } from "../../../platform/context/context.ts";
import { listOwnLeistungen } from "../../catalogue/content.ts";
import { listOffices } from "../../tenants/index.ts";
import type { Exported } from "../domain/exported.ts";

/** Everything this portal hands out of its own, or what changed since. Three statements. */
export async function exportLeistungen(
  context: Context,
  since?: Date,
): Promise<
  Pick<Exported, "leistungen" | "offices" | "responsibilities" | "isDelta">
> {
  return {
    ...(await listOwnLeistungen(context, since)),
    offices: await listOffices(context),
    isDelta: since !== undefined,
  };
}
