import { demoTenants } from "../../tenants/demo/demo-tenants.ts";
import { gewerbeanmeldung, hundesteuer } from "./business-and-tax.ts";
import { countyHandOver } from "./county-hand-over.ts";
import { countyInTown, countyPeople } from "./county-people.ts";
import { countyRoads } from "./county-roads.ts";
import type { DemoLeistung, LocalFacts } from "./demo-leistung.ts";
import {
  geburtsurkunde,
  personalausweis,
  wohngeld,
  wohnsitz,
} from "./family-and-papers.ts";
import {
  grabow,
  ludwigslust,
  neustadtGlewe,
  parchimerUmland,
  schwerin,
} from "./local-facts.ts";
import {
  bewohnerparkausweis,
  brauchtumsfeuer,
  parkenImDorf,
  veranstaltung,
} from "./mobility-and-leisure.ts";

const everywhere = [
  wohnsitz,
  personalausweis,
  hundesteuer,
  gewerbeanmeldung,
  veranstaltung,
  geburtsurkunde,
  wohngeld,
] as const;

/** At least eight Leistungen per tenant, in the order of its home page. */
export const demoLeistungen: ReadonlyMap<string, readonly DemoLeistung[]> =
  new Map([
    [demoTenants.schwerin, inTown(schwerin)],
    [demoTenants.lup, [...countyRoads, ...countyPeople, ...countyHandOver]],
    [demoTenants.ludwigslust, inTownOfCounty(ludwigslust)],
    [demoTenants.neustadtGlewe, inTownOfCounty(neustadtGlewe)],
    [demoTenants.grabow, inTownOfCounty(grabow)],
    [demoTenants.parchimerUmland, inVillages(parchimerUmland)],
  ]);

function inTown(local: LocalFacts): DemoLeistung[] {
  return [
    bewohnerparkausweis(local),
    ...everywhere.map((leistung) => leistung(local)),
  ];
}

/** Schwerin is a county of its own. */
function inTownOfCounty(local: LocalFacts): DemoLeistung[] {
  return [...inTown(local), ...countyInTown];
}

function inVillages(local: LocalFacts): DemoLeistung[] {
  return [
    ...everywhere.map((leistung) => leistung(local)),
    brauchtumsfeuer(local),
    parkenImDorf(local),
    ...countyInTown,
  ];
}
