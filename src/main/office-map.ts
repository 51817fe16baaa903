import { drawSamplePicture } from "../modules/maps/demo/sample-picture.ts";
import { createMapPicture, type MapPicture } from "../modules/maps/index.ts";
import { demoOffices } from "../modules/tenants/demo/offices.ts";
import type { Settings } from "../platform/config/settings.ts";
import {
  directoryMapTiles,
  type MapTiles,
} from "../platform/map-tiles/map-tiles.ts";

/** Pictures of maps as the operator laid them out; undefined where there are none. */
export function mapTilesOf({ mapTilesDir }: Settings): MapTiles | undefined {
  return mapTilesDir === undefined ? undefined : directoryMapTiles(mapTilesDir);
}

/** The picture on the page of an office. The demo's offices have a drawn one as long as there is no map; in production nothing is invented. */
export function officeMapOf(settings: Settings): MapPicture {
  const tiles = mapTilesOf(settings);
  const picture = createMapPicture(tiles);
  if (tiles || settings.environment === "production") return picture;
  const places = new Set(
    demoOffices.flatMap(({ offices }) =>
      offices.map(({ location }) => JSON.stringify(location)),
    ),
  );
  return (position, given) =>
    places.has(JSON.stringify(position))
      ? drawSamplePicture(position, given)
      : picture(position, given);
}
