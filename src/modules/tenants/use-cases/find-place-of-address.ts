import type { Context } from "../../../platform/context/context.ts";
import { foldText } from "../../../platform/values/fold-text.ts";
import { commonName } from "../domain/place.ts";
import { listPlacesByPostcode } from "../store/place-search.ts";

/**
 * Regionalschlüssel of the commune of an address: the one of this postcode that is called so, or the only one that has it. Undefined where that
 * is not sure: villages that belong to a commune are written as towns, too.
 */
export async function findPlaceOfAddress(
  context: Context,
  { postcode, town }: { readonly postcode: string; readonly town: string },
): Promise<string | undefined> {
  if (!/^\d{5}$/.test(postcode)) return undefined;
  const places = await context.read((db) => listPlacesByPostcode(db, postcode));
  const typed = foldText(town);
  const named = places.filter(
    ({ name }) =>
      foldText(commonName(name)) === typed || foldText(name) === typed,
  );
  const [only] = named.length > 0 ? named : places;
  const isSure = (named.length > 0 ? named : places).length === 1;
  return isSure ? only?.ars : undefined;
}
