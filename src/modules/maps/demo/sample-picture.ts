import { html } from "../../../platform/html/html.ts";
import { mapTexts } from "../i18n/texts.ts";
import type { MapPicture } from "../web/map-picture.ts";

const width = 512;
const height = 256;
const [centreX, centreY] = [width / 2, height / 2];
const spacing = 64;

/** No map of anything: light ground, houses, water and streets in colours that leave the mark to be seen. */
const colours = {
  ground: "#eef0ea",
  house: "#d9d2c7",
  park: "#c9dfb9",
  water: "#b5d3e8",
  edge: "#c4c0b6",
  street: "#ffffff",
  mainStreet: "#f7dd94",
} as const;

/**
 * A picture in place of a map for the demo, which has no licence for one: streets of a town that is not there, the same each time for the same
 * place, and said to be drawn. It takes up the room and the mark that a map has.
 */
export const drawSamplePicture: MapPicture = (position, { label, locale }) => {
  const t = mapTexts(locale);
  const town = townOf(numbersFrom(position));
  const drawn = html`<figure class="portal-map-picture">
    <svg
      role="img"
      aria-label="${t("sample.label", { label })}"
      viewBox="0 0 ${String(width)} ${String(height)}"
      width="${String(width)}"
      height="${String(height)}"
    >
      <rect width="100%" height="100%" fill="${colours.ground}" />
      <g
        transform="rotate(${String(town.turn)} ${String(centreX)} ${String(centreY)})"
      >
        <path d="${town.houses}" fill="${colours.house}" />
        <path d="${town.park}" fill="${colours.park}" />
        <path d="${town.water}" fill="${colours.water}" />
        <path d="${town.streets}" stroke="${colours.edge}" stroke-width="13" />
        <path
          d="${town.mainStreet}"
          stroke="${colours.edge}"
          stroke-width="21"
        />
        <path
          d="${town.streets}"
          stroke="${colours.street}"
          stroke-width="11"
        />
        <path
          d="${town.mainStreet}"
          stroke="${colours.mainStreet}"
          stroke-width="18"
        />
      </g>
      <circle
        cx="${String(centreX)}"
        cy="${String(centreY)}"
        r="12"
        class="portal-map-picture__mark"
      />
    </svg>
    <figcaption>${t("sample.caption")}</figcaption>
  </figure>`;
  return Promise.resolve(drawn);
};

type Town = {
  /** In degrees. */
  readonly turn: number;
  readonly houses: string;
  readonly park: string;
  readonly water: string;
  readonly streets: string;
  readonly mainStreet: string;
};

/** Larger than the picture, so that no corner is empty when it is turned. */
const [left, right, top, bottom] = [-128, width + 128, -256, height + 256];

function townOf(next: () => number): Town {
  const columns = upTo(left, right).map((x) => x + Math.round(next() * 20));
  const rows = upTo(top, bottom).map((y) => y + Math.round(next() * 16));
  const fields = columns.flatMap((x) => rows.map((y) => ({ x, y })));
  const isTaken = fields.map(() => next() < 0.2);
  return {
    turn: Math.round(next() * 40 - 20),
    houses: fields
      .filter((_, index) => !isTaken[index])
      .map(({ x, y }) => housesIn(x, y, next))
      .join(""),
    park: fields
      .filter((_, index) => isTaken[index])
      .map(({ x, y }) => rectangle([x, y], [spacing + 12, spacing + 12]))
      .join(""),
    water: `M${String(left)} ${String(height - 20)}C120 ${String(height - 70)} 300 ${String(height + 40)} ${String(right)} ${String(height - 30)}V${String(bottom)}H${String(left)}Z`,
    streets: [
      ...columns.map((x) => `M${String(x)} ${String(top)}V${String(height)}`),
      ...rows
        .filter((y) => y < height - 60)
        .map((y) => `M${String(left)} ${String(y)}H${String(right)}`),
    ].join(""),
    mainStreet: `M${String(left)} ${String(centreY + 28)}H${String(right)}`,
  };
}

/** Two rows of houses between streets. */
function housesIn(x: number, y: number, next: () => number): string {
  return [12, 38]
    .flatMap((down) =>
      [12, 36].map((across) =>
        rectangle([x + across, y + down], [14 + next() * 8, 12 + next() * 8]),
      ),
    )
    .join("");
}

type Pair = readonly [number, number];

const rectangle = ([x, y]: Pair, [wide, high]: Pair) =>
  `M${x.toFixed(0)} ${y.toFixed(0)}h${wide.toFixed(0)}v${high.toFixed(0)}h-${wide.toFixed(0)}z`;

const upTo = (first: number, last: number) =>
  Array.from(
    { length: Math.ceil((last - first) / spacing) },
    (_, index) => first + index * spacing,
  );

/** From 0 up to 1, the same row of numbers for the same place. @see Park and Miller, minimal standard generator (1988) */
function numbersFrom(position: {
  readonly latitude: number;
  readonly longitude: number;
}): () => number {
  const { latitude, longitude } = position;
  let state = (Math.round(latitude * 1e4 + longitude * 1e4) % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
