import type { Context } from "../../../platform/context/context.ts";
import {
  commonName,
  countyOf,
  rankPlaces,
  type Place,
} from "../domain/place.ts";
import {
  listPlacesByPostcode,
  listSimilarPlaces,
} from "../store/place-search.ts";

export type TownSuggestion = Pick<Place, "name" | "postcodes"> & {
  /** Where there are several towns of this name. */
  readonly county?: string | undefined;
};

const longestQuery = 100;
const mostTowns = 8;

/**
 * Towns for somebody who types an address: by a whole postcode or by the beginning of a name, typing errors forgiven. One statement at
 * most; nothing typed or nothing known: an empty list.
 */
export async function suggestTowns(
  context: Pick<Context, "transaction">,
  typed: { readonly postcode: string } | { readonly name: string },
): Promise<TownSuggestion[]> {
  const places =
    "postcode" in typed
      ? await byPostcode(context, typed.postcode)
      : await byName(context, commonName(typed.name.slice(0, longestQuery)));
  const shown = places.slice(0, mostTowns);
  const isAlone = (name: string) =>
    shown.filter((each) => each.name === name).length === 1;
  return shown.map((place) => {
    const { name, postcodes } = place;
    const county = isAlone(name) ? undefined : countyOf(place);
    return { name, postcodes, ...(county !== undefined && { county }) };
  });
}

async function byPostcode(
  context: Pick<Context, "transaction">,
  postcode: string,
): Promise<readonly Place[]> {
  return /^\d{5}$/.test(postcode)
    ? context.transaction((db) => listPlacesByPostcode(db, postcode))
    : [];
}

async function byName(
  context: Pick<Context, "transaction">,
  name: string,
): Promise<readonly Place[]> {
  if (name === "") return [];
  const similar = await context.transaction((db) =>
    listSimilarPlaces(db, name),
  );
  return rankPlaces(similar, name);
}
