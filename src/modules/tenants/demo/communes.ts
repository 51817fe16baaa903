import { shieldOf } from "../domain/crest.ts";
import type { AuthorityToSave } from "../store/authority-store.ts";
import { amtOfCommunes, kreisOfCommunes } from "./authorities.ts";
import { demoTenants } from "./demo-tenants.ts";

type Commune = {
  readonly id: string;
  readonly ars: string;
  readonly slug: string;
  readonly name: string;
};

/** The ten communes of Amt Parchimer Umland: in the tree, served by the portal of the Amt. */
const communesOfAmt: readonly Commune[] = [
  [
    "f40921f6-18d6-5ce2-9e31-2ff58f30b38e",
    "130765662035",
    "domsuehl",
    "Domsühl",
  ],
  [
    "67696c08-4b2b-5648-a4f5-0a61529ba021",
    "130765662056",
    "gross-godems",
    "Groß Godems",
  ],
  [
    "e121848f-7871-5740-8309-c394304db360",
    "130765662068",
    "karrenzin",
    "Karrenzin",
  ],
  [
    "c424c963-06de-50f6-a51e-873925b38b42",
    "130765662085",
    "lewitzrand",
    "Lewitzrand",
  ],
  ["10c8a22c-579a-53fb-a7fd-a8a41f8bfbf5", "130765662120", "rom", "Rom"],
  [
    "dd3048a8-3c58-5f72-9567-d8b17960bbdc",
    "130765662126",
    "spornitz",
    "Spornitz",
  ],
  ["6b1c02b3-a283-5438-a73f-ad907f6429e3", "130765662129", "stolpe", "Stolpe"],
  [
    "162557b6-c0cb-57e2-a364-988cb95caab0",
    "130765662160",
    "ziegendorf",
    "Ziegendorf",
  ],
  ["7dac795b-534e-5a68-a495-1b62bf0e478b", "130765662162", "zoelkow", "Zölkow"],
  [
    "82efd961-71a5-5d89-bcb1-31af7fd22820",
    "130765662164",
    "obere-warnow",
    "Obere Warnow",
  ],
].map(([id = "", ars = "", slug = "", name = ""]) => ({ id, ars, slug, name }));

/** In the county, without a portal here. */
export const parchimId = "2d477723-c790-5c39-aed0-2244a34b82dc";

const parchim: AuthorityToSave = {
  ...kreisOfCommunes,
  id: parchimId,
  parentId: demoTenants.lup,
  kind: "stadt",
  ars: "130760108108",
  ags: "13076108",
  slug: "parchim",
  host: null,
  name: "Stadt Parchim",
  shortName: "Parchim",
  crestSvg: shieldOf(kreisOfCommunes.accentColour),
};

/** Authorities without a portal of their own. */
export const demoCommunes: readonly AuthorityToSave[] = [
  parchim,
  ...communesOfAmt.map((commune) => ({
    ...amtOfCommunes,
    id: commune.id,
    parentId: demoTenants.parchimerUmland,
    kind: "gemeinde" as const,
    ars: commune.ars,
    ags: `${commune.ars.slice(0, 5)}${commune.ars.slice(9)}`,
    slug: commune.slug,
    host: null,
    name: `Gemeinde ${commune.name}`,
    shortName: commune.name,
    crestSvg: shieldOf(amtOfCommunes.accentColour),
  })),
];
