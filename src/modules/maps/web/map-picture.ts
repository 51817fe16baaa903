import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type {
  MapTiles,
  TileAddress,
} from "../../../platform/map-tiles/map-tiles.ts";

type Position = { readonly latitude: number; readonly longitude: number };

/** Makes the picture of a place; `label` says what it shows to whoever does not see it. */
export type MapPicture = (
  position: Position,
  given: { readonly label: string; readonly locale: Locale },
) => Promise<SafeHtml | undefined>;

const tileSide = 256;
const width = 512;
const height = 256;
/** From single houses to the whole town: the closest of which there are pictures. */
const zooms = [17, 16, 15, 14, 13, 12];

/**
 * A picture of the surroundings of a place, put together from pictures of this portal and marked where the place is; it moves by nothing and
 * needs no script. Undefined where the installation has no picture of the place.
 */
export function createMapPicture(tiles: MapTiles | undefined): MapPicture {
  return async (position, { label }) => {
    if (!tiles) return undefined;
    for (const zoom of zooms) {
      const centre = pixelOf(position, zoom);
      if (!(await tiles.read(tileAt(centre, zoom)))) continue;
      return drawn(centre, zoom, { label, source: await tiles.attribution() });
    }
    return undefined;
  };
}

type Pixel = { readonly x: number; readonly y: number };

/** In the Mercator projection of web maps. @see https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames */
function pixelOf({ latitude, longitude }: Position, zoom: number): Pixel {
  const side = tileSide * 2 ** zoom;
  const radians = (latitude * Math.PI) / 180;
  return {
    x: ((longitude + 180) / 360) * side,
    y: ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * side,
  };
}

const tileAt = ({ x, y }: Pixel, zoom: number): TileAddress => ({
  zoom,
  column: Math.floor(x / tileSide),
  row: Math.floor(y / tileSide),
});

function drawn(
  centre: Pixel,
  zoom: number,
  { label, source }: { readonly label: string; readonly source: string },
): SafeHtml {
  const left = Math.round(centre.x - width / 2);
  const top = Math.round(centre.y - height / 2);
  const first = tileAt({ x: left, y: top }, zoom);
  const last = tileAt({ x: left + width - 1, y: top + height - 1 }, zoom);
  const images = upTo(first.row, last.row).flatMap((row) =>
    upTo(first.column, last.column).map(
      (column) =>
        html`<image
          href="/karten/${String(zoom)}/${String(column)}/${String(row)}.png"
          x="${String(column * tileSide - left)}"
          y="${String(row * tileSide - top)}"
          width="${String(tileSide)}"
          height="${String(tileSide)}"
        />`,
    ),
  );
  return html`<figure class="portal-map-picture">
    <svg
      role="img"
      aria-label="${label}"
      viewBox="0 0 ${String(width)} ${String(height)}"
      width="${String(width)}"
      height="${String(height)}"
    >
      ${images}
      <circle
        cx="${String(width / 2)}"
        cy="${String(height / 2)}"
        r="12"
        class="portal-map-picture__mark"
      />
    </svg>
    ${source !== "" && html`<figcaption>${source}</figcaption>`}
  </figure>`;
}

function upTo(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
