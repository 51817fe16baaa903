import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  commonName,
  postcodeIn,
  rankPlaces,
  type FoundPlace,
} from "../domain/place.ts";
import type { Portal } from "../domain/portal.ts";
import { followArs } from "../store/commune-store.ts";
import {
  listPlacesByArs,
  listPlacesByPostcode,
  listSimilarPlaces,
} from "../store/place-search.ts";
import { listPortalsServing } from "../store/place-store.ts";

/** A place and the authorities with a portal that are responsible there, nearest first. */
export type Responsibility = {
  readonly place: FoundPlace;
  readonly portals: readonly Portal[];
};

const longestQuery = 100;
const mostPlaces = 12;

/**
 * Who is responsible at a place, by its name (typing errors and umlauts forgiven), postcode or ARS, also by the name or ARS of a commune
 * that became part of it. Nothing typed or nothing found: an empty list. Two statements, one more for an ARS.
 */
export async function findPlaces(
  context: Context,
  query: string,
): Promise<Responsibility[]> {
  const typed = commonName(query.slice(0, longestQuery));
  if (typed === "") return [];
  return context.transaction(async (db) => {
    const places = await listPlaces(db, typed);
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

/** A postcode counts; a name beside it chooses among the places that have it. */
async function listPlaces(db: Db, typed: string): Promise<FoundPlace[]> {
  if (/^\d{12}$/.test(typed))
    return listPlacesByArs(db, (await followArs(db, typed)) ?? typed);
  const postcode = postcodeIn(typed);
  if (postcode === undefined)
    return rankPlaces(await listSimilarPlaces(db, typed), typed);
  const places = await listPlacesByPostcode(db, postcode);
  const name = typed.replace(postcode, "").trim();
  const named = name === "" ? [] : rankPlaces(places, name);
  return named.length > 0 ? named : places;
}
