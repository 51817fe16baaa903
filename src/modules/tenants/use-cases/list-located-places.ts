import type { Context } from "../../../platform/context/context.ts";
import { listPlacesOnMap } from "../store/place-store.ts";

/** Degrees in WGS 84. */
export type LocatedPlace = {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
};

const mostPlaces = 50;

/** Places whose coordinates are known, for a map: those of the caller's own portal first, then the largest. One statement. */
export async function listLocatedPlaces(
  context: Pick<Context, "transaction" | "tenantId">,
): Promise<LocatedPlace[]> {
  return context.transaction((db) =>
    listPlacesOnMap(db, { tenantId: context.tenantId, limit: mostPlaces }),
  );
}
