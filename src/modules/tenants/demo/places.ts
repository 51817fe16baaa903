import { demoCommunes, parchimId } from "./communes.ts";
import { demoTenants } from "./demo-tenants.ts";

export type DemoPlace = {
  readonly ars: string;
  readonly name: string;
  readonly postcodes: readonly string[];
  readonly administeredBy: string;
  readonly population: number;
  readonly latitude?: number;
  readonly longitude?: number;
};

type PlaceLine = readonly [
  ars: string,
  name: string,
  postcode: string,
  population: number,
];

// Names, keys and inhabitants: Gemeindeverzeichnis GV100AD of 30.11.2023, Statistisches Bundesamt (dl-de/by-2-0).

const towns: readonly DemoPlace[] = [
  {
    ars: "130040000000",
    name: "Schwerin",
    postcodes: ["19053", "19055", "19057", "19059", "19061", "19063"],
    administeredBy: demoTenants.schwerin,
    population: 98_596,
    latitude: 53.6288,
    longitude: 11.4148,
  },
  {
    ars: "130760090090",
    name: "Ludwigslust",
    postcodes: ["19288"],
    administeredBy: demoTenants.ludwigslust,
    population: 12_270,
    latitude: 53.3244,
    longitude: 11.4972,
  },
  {
    ars: "130760108108",
    name: "Parchim",
    postcodes: ["19370"],
    administeredBy: parchimId,
    population: 18_278,
    latitude: 53.4264,
    longitude: 11.8481,
  },
];

/** Amt Grabow: the town runs its administration. */
const aroundGrabow: readonly PlaceLine[] = [
  ["130765657050", "Grabow", "19300", 5615],
  ["130765657003", "Balow", "19300", 308],
  ["130765657021", "Brunow", "19372", 309],
  ["130765657027", "Dambeck", "19357", 286],
  ["130765657037", "Eldena", "19294", 1134],
  ["130765657049", "Gorlosen", "19294", 462],
  ["130765657069", "Karstädt", "19294", 584],
  ["130765657076", "Kremmin", "19300", 243],
  ["130765657097", "Milow", "19300", 371],
  ["130765657098", "Möllenbeck", "19300", 180],
  ["130765657100", "Muchow", "19300", 271],
  ["130765657115", "Prislich", "19300", 697],
  ["130765657161", "Zierzow", "19300", 381],
];

/** Amt Neustadt-Glewe: the town runs its administration. */
const aroundNeustadtGlewe: readonly PlaceLine[] = [
  ["130765660105", "Neustadt-Glewe", "19306", 6931],
  ["130765660012", "Blievenstorf", "19306", 439],
  ["130765660017", "Brenz", "19306", 490],
];

const inParchimerUmland: readonly PlaceLine[] = [
  ["130765662035", "Domsühl", "19374", 1344],
  ["130765662056", "Groß Godems", "19372", 400],
  ["130765662068", "Karrenzin", "19372", 547],
  ["130765662085", "Lewitzrand", "19372", 1377],
  ["130765662120", "Rom", "19372", 804],
  ["130765662126", "Spornitz", "19372", 1210],
  ["130765662129", "Stolpe", "19372", 326],
  ["130765662160", "Ziegendorf", "19372", 653],
  ["130765662162", "Zölkow", "19374", 747],
  ["130765662164", "Obere Warnow", "19374", 809],
];

const onTheMap: Readonly<
  Record<string, { readonly latitude: number; readonly longitude: number }>
> = {
  "Neustadt-Glewe": { latitude: 53.3797, longitude: 11.5886 },
  Grabow: { latitude: 53.2795, longitude: 11.5605 },
  Domsühl: { latitude: 53.4872, longitude: 11.7736 },
  Spornitz: { latitude: 53.4057, longitude: 11.7118 },
};

/** Every commune around the demo authorities. */
export const demoPlaces: readonly DemoPlace[] = [
  ...towns,
  ...aroundGrabow.map((line) => placeOf(line, demoTenants.grabow)),
  ...aroundNeustadtGlewe.map((line) =>
    placeOf(line, demoTenants.neustadtGlewe),
  ),
  ...inParchimerUmland.map((line) => placeOf(line, communeIdOf(line))),
];

function placeOf(
  [ars, name, postcode, population]: PlaceLine,
  administeredBy: string,
): DemoPlace {
  return {
    ars,
    name,
    postcodes: [postcode],
    administeredBy,
    population,
    ...onTheMap[name],
  };
}

function communeIdOf([ars]: PlaceLine): string {
  const commune = demoCommunes.find((authority) => authority.ars === ars);
  return commune?.id ?? demoTenants.parchimerUmland;
}
