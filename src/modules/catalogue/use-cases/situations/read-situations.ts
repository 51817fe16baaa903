import type { Context } from "../../../../platform/context/context.ts";
import {
  shownOf,
  situationsOf,
  treeOf,
  type Situation,
} from "../../domain/situations/situations.ts";
import { builtInSituations } from "../../i18n/built-in-situations.ts";
import { readSituationLayers } from "../../store/situation-store.ts";

/** The tree of situations of life and business of this portal, in its order. One statement. */
export async function readSituations(
  context: Context,
): Promise<readonly Situation[]> {
  const layers = await context.read((db) =>
    readSituationLayers(db, context.tenantId),
  );
  return situationsOf(builtInSituations, layers);
}

/** The whole tree with what nobody sees today: a Leistung may stand in it already. One statement. */
export async function readAllSituations(
  context: Context,
): Promise<readonly (Situation & { readonly isShown: boolean })[]> {
  const layers = await context.read((db) =>
    readSituationLayers(db, context.tenantId),
  );
  const all = treeOf(builtInSituations, layers);
  const shown = new Set(shownOf(all).map(({ key }) => key));
  return all.map((it) => ({ ...it, isShown: shown.has(it.key) }));
}
