import type { Street } from "../domain/street.ts";

type Commune = Pick<Street, "ars" | "town">;

const schwerin: Commune = { ars: "130040000000", town: "Schwerin" };
const ludwigslust: Commune = { ars: "130760090090", town: "Ludwigslust" };
const grabow: Commune = { ars: "130765657050", town: "Grabow" };
const neustadtGlewe: Commune = {
  ars: "130765660105",
  town: "Neustadt-Glewe",
};

/** A few streets of the demo towns, typed for it: enough to see how suggestions work, no list to rely on. */
export const demoStreets: readonly Street[] = [
  ...streetsOf(
    schwerin,
    ["19053"],
    [
      "Am Packhof",
      "Goethestraße",
      "Graf-Schack-Allee",
      "Grunthalplatz",
      "Mecklenburgstraße",
      "Schloßstraße",
    ],
  ),
  ...streetsOf(
    schwerin,
    ["19055"],
    [
      "Alexandrinenstraße",
      "Am Markt",
      "August-Bebel-Straße",
      "Puschkinstraße",
      "Werderstraße",
    ],
  ),
  ...streetsOf(
    schwerin,
    ["19053", "19059"],
    ["Lübecker Straße", "Obotritenring", "Wittenburger Straße"],
  ),
  ...streetsOf(schwerin, ["19053", "19055"], ["Wismarsche Straße"]),
  ...streetsOf(schwerin, ["19061"], ["Ludwigsluster Chaussee"]),
  ...streetsOf(schwerin, ["19063"], ["Hamburger Allee"]),
  ...streetsOf(
    ludwigslust,
    ["19288"],
    ["Alexandrinenplatz", "Lindenstraße", "Schloßfreiheit", "Schloßstraße"],
  ),
  ...streetsOf(grabow, ["19300"], ["Am Markt", "Kirchenstraße", "Marktstraße"]),
  ...streetsOf(neustadtGlewe, ["19306"], ["Breitscheidstraße", "Markt"]),
];

function streetsOf(
  commune: Commune,
  postcodes: readonly string[],
  names: readonly string[],
): Street[] {
  return names.map((name) => ({ ...commune, name, postcodes }));
}
