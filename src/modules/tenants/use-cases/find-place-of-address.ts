import type { Context } from "../../../platform/context/context.ts";
import { foldText } from "../../../platform/values/fold-text.ts";
import { commonName, type FoundPlace } from "../domain/place.ts";
import {
  listPlacesByPostcode,
  listSimilarPlaces,
} from "../store/place-search.ts";

/**
 * Regionalschlüssel of the commune of an address: the one of this postcode that is called so, or the only one that has it; without a postcode the
 * only one in the country that is called so. Undefined where that is not sure: villages that belong to a commune are written as towns, too.
 */
export async function findPlaceOfAddress(
  context: Context,
  {
    postcode = "",
    town = "",
  }: {
    readonly postcode?: string | undefined;
    readonly town?: string | undefined;
  },
): Promise<string | undefined> {
  if (postcode === "" && town !== "") return findByName(context, town);
  if (!/^\d{5}$/.test(postcode)) return undefined;
  const places = await context.read((db) => listPlacesByPostcode(db, postcode));
  const named = places.filter(({ name }) => isCalled(name, town));
  return onlyOf(named.length > 0 ? named : places);
}

async function findByName(
  context: Context,
  town: string,
): Promise<string | undefined> {
  const name = commonName(town.slice(0, longestName));
  const places = await context.read((db) => listSimilarPlaces(db, name));
  return onlyOf(places.filter((place) => isCalled(place.name, name)));
}

function isCalled(name: string, typed: string): boolean {
  const wanted = foldText(typed);
  return foldText(commonName(name)) === wanted || foldText(name) === wanted;
}

function onlyOf(places: readonly FoundPlace[]): string | undefined {
  return places.length === 1 ? places[0]?.ars : undefined;
}

const longestName = 100;
