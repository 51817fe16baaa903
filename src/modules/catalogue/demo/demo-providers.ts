import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import type { Provider, ProviderKind } from "../domain/provider.ts";

type Row = readonly [slug: string, name: string, tasks: string, host: string];

const of = (kind: ProviderKind, rows: readonly Row[]): Provider[] =>
  rows.map(([slug, name, tasks, host]) => ({
    slug,
    kind,
    name,
    tasks,
    website: `https://www.${host}.example`,
    phone: kind === "company" ? "0385 555-0" : null,
    email: `service@${host}.example`,
  }));

const above: readonly Provider[] = [
  ...of("land", [
    [
      "land",
      "Land Mecklenburg-Vorpommern",
      "Finanzämter, Gerichte, Polizei und Förderung des Landes.",
      "land-mv",
    ],
  ]),
  ...of("federation", [
    [
      "bund",
      "Bund",
      "Familienkasse, Agentur für Arbeit, Rentenversicherung und Zoll.",
      "bund",
    ],
  ]),
];

/** Who offers Leistungen beside the authorities of the demo. Telephone numbers and addresses lead nowhere. */
export const demoProviders: ReadonlyMap<string, readonly Provider[]> = new Map([
  [
    demoTenants.schwerin,
    [
      ...of("company", [
        [
          "stadtwerke",
          "Stadtwerke Schwerin",
          "Strom, Gas, Wasser, Wärme und Internet.",
          "stadtwerke-schwerin",
        ],
        [
          "abfall",
          "Abfallwirtschaft Schwerin",
          "Müllabfuhr, Sperrmüll und Recyclinghof.",
          "abfall-schwerin",
        ],
        [
          "wohnen",
          "Wohnungsgesellschaft Schwerin (WGS)",
          "Wohnungen der Stadt: mieten, melden, kündigen.",
          "wohnen-schwerin",
        ],
        [
          "bibliothek",
          "Stadtbibliothek Schwerin",
          "Bücher, Filme, Spiele und ein Platz zum Lernen.",
          "bibliothek-schwerin",
        ],
        [
          "nahverkehr",
          "Nahverkehr Schwerin",
          "Straßenbahn und Bus: Karten, Fundsachen, Auskunft.",
          "nahverkehr-schwerin",
        ],
      ]),
      ...above,
    ],
  ],
  [
    demoTenants.lup,
    [
      ...of("company", [
        [
          "abfall",
          "Abfallwirtschaft Ludwigslust-Parchim",
          "Müllabfuhr, Sperrmüll und Wertstoffhöfe im Landkreis.",
          "abfall-lup",
        ],
        [
          "nahverkehr",
          "Verkehrsgesellschaft Ludwigslust-Parchim",
          "Linienbus und Rufbus im Landkreis.",
          "bus-lup",
        ],
      ]),
      ...above,
    ],
  ],
]);
