import {
  parseTileAddress,
  type MapTiles,
} from "../../../platform/map-tiles/map-tiles.ts";
import { showError, type Reply, type Route } from "../../../shell/web/route.ts";
import { listLocatedPlaces } from "../../tenants/index.ts";

/** What the map script asks for. */
export function mapRoutes(tiles: MapTiles | undefined): readonly Route[] {
  return [detailsRoute(tiles), tileRoute(tiles)];
}

function detailsRoute(tiles: MapTiles | undefined): Route {
  return {
    method: "GET",
    path: "/karten/angaben",
    audience: "public",
    scope: "any",
    handle: async ({ context }): Promise<Reply> => {
      const places = await listLocatedPlaces(context);
      return {
        kind: "json",
        status: 200,
        body: {
          hasPictures: tiles !== undefined,
          attribution: (await tiles?.attribution()) ?? "",
          places,
        },
      };
    },
  };
}

const day = 24 * 60 * 60;

function tileRoute(tiles: MapTiles | undefined): Route {
  return {
    method: "GET",
    path: "/karten/:zoom/:column/:file",
    audience: "public",
    scope: "any",
    handle: async ({ params }): Promise<Reply> => {
      const { zoom = "", column = "", file = "" } = params;
      const row = /^(\d+)\.png$/.exec(file)?.[1] ?? "";
      const tile = parseTileAddress(zoom, column, row);
      const picture = tile && (await tiles?.read(tile));
      if (!picture) return showError(404);
      return {
        kind: "download",
        contentType: "image/png",
        filename: "karte.png",
        disposition: "inline",
        body: picture,
        publicForSeconds: day,
      };
    },
  };
}
