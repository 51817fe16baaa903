import type { MapTiles } from "../../platform/map-tiles/map-tiles.ts";
import type { ModuleContribution } from "../../shell/module.ts";
import { mapRoutes } from "./web/routes.ts";

/** Maps at the fields of a form. */
export function mapsModule(ports: {
  /** Undefined: the installation has no pictures. */
  readonly tiles: MapTiles | undefined;
}): ModuleContribution {
  return { name: "maps", routes: mapRoutes(ports.tiles), jobs: [] };
}
