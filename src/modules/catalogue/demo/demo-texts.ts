import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import {
  grabow,
  ludwigslust,
  neustadtGlewe,
  parchimerUmland,
  schwerin,
} from "./local-facts.ts";
import { readDemoTexts, type DemoText } from "./read-demo-texts.ts";

/** Which office of Schwerin does what a county does elsewhere. */
const schwerinAsCounty = {
  service: "buergerbuero",
  vehicles: "kfz-behoerde",
  licences: "kfz-behoerde",
  traffic: "verkehrsbehoerde",
  building: "bauordnung",
  hunting: "ordnungsamt",
  youth: "jugendamt",
  social: "sozialamt",
  foreigners: "auslaenderbehoerde",
  health: "gesundheitsamt",
  vets: "gesundheitsamt",
  environment: "umweltamt",
} as const;

const county = {
  service: "buergerservice",
  vehicles: "zulassungsstelle",
  licences: "fahrerlaubnisbehoerde",
  traffic: "ordnungsbehoerde",
  building: "bauordnung",
  hunting: "ordnungsbehoerde",
  youth: "jugendamt",
  social: "sozialamt",
  foreigners: "auslaenderbehoerde",
  health: "gesundheitsamt",
  vets: "veterinaeramt",
  environment: "umweltamt",
} as const;

/** What the authorities of the demo offer besides the Leistungen with a form, by tenant. */
export function demoTextsOf(tenantId: string): readonly DemoText[] {
  return texts.get(tenantId)?.() ?? [];
}

const commune = ({ offices }: typeof schwerin) =>
  readDemoTexts("commune.txt", offices);

const texts: ReadonlyMap<string, () => readonly DemoText[]> = new Map([
  [
    demoTenants.schwerin,
    () => [
      ...commune(schwerin),
      ...readDemoTexts("city-as-county.txt", schwerinAsCounty),
      ...readDemoTexts("county.txt", schwerinAsCounty),
      ...readDemoTexts("land.txt", schwerinAsCounty),
      ...readDemoTexts("companies-city.txt", schwerin.offices),
    ],
  ],
  [
    demoTenants.lup,
    () => [
      ...readDemoTexts("county.txt", county),
      ...readDemoTexts("land.txt", county),
      ...readDemoTexts("companies-county.txt", county),
    ],
  ],
  [demoTenants.ludwigslust, () => commune(ludwigslust)],
  [demoTenants.neustadtGlewe, () => commune(neustadtGlewe)],
  [demoTenants.grabow, () => commune(grabow)],
  [demoTenants.parchimerUmland, () => commune(parchimerUmland)],
]);
