import type { Context } from "../../../platform/context/context.ts";
import {
  commonName,
  isPostcodeQuery,
  rankPlaces,
  type Place,
} from "../domain/place.ts";
import type { Portal } from "../domain/portal.ts";
import {
  listPlacesByPostcode,
  listPortalsServing,
  listSimilarPlaces,
} from "../store/place-store.ts";

/** A place and the authorities with a portal that are responsible there, nearest first. */
export type Responsibility = {
  readonly place: Place;
  readonly portals: readonly Portal[];
};

const longestQuery = 100;
const mostPlaces = 12;

/**
 * Who is responsible at a place, by its name (typing errors and umlauts forgiven) or postcode.
 * Nothing typed or nothing found: an empty list. Two statements at most.
 */
export async function findPlaces(
  context: Context,
  query: string,
): Promise<Responsibility[]> {
  const typed = commonName(query.slice(0, longestQuery));
  if (typed === "") return [];
  return context.transaction(async (db) => {
    const places = isPostcodeQuery(typed)
      ? await listPlacesByPostcode(db, typed)
      : rankPlaces(await listSimilarPlaces(db, typed), typed);
    const shown = places.slice(0, mostPlaces);
    if (shown.length === 0) return [];
    const portals = await listPortalsServing(
      db,
      shown.map((place) => place.ars),
    );
    return shown.map((place) => ({
      place,
      portals: portals.get(place.ars) ?? [],
    }));
  });
}
