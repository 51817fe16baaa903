import type { Context } from "../../../platform/context/context.ts";
import { situationsOf, type Situation } from "../domain/situations.ts";
import { builtInSituations } from "../i18n/built-in-situations.ts";
import { readSituationLayers } from "../store/situation-store.ts";

/** The tree of situations of life and business of this portal, in its order. One statement. */
export async function readSituations(
  context: Context,
): Promise<readonly Situation[]> {
  const layers = await context.read((db) =>
    readSituationLayers(db, context.tenantId),
  );
  return situationsOf(builtInSituations, layers);
}
