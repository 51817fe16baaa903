import type { AuthorityToSave } from "../store/authority-store.ts";
import type { StoredContact } from "../store/contact-schema.ts";
import { crests } from "./crests.ts";
import { citizenOfficeHours, townHallHours } from "./demo-hours.ts";
import { demoTenants } from "./demo-tenants.ts";

/** Mecklenburg-Vorpommern: the root of the tree, without a portal here. */
const landId = "9cbba4a8-633f-58aa-95ed-94d658dcf456";

/** Telephone numbers and e-mail addresses of the demo lead nowhere (`.example`, RFC 2606); the buildings are real. */
function contact(
  given: Pick<StoredContact, "office" | "street" | "postcode" | "town"> & {
    readonly areaCode: string;
    readonly domain: string;
    readonly openingTimes?: StoredContact["openingTimes"];
  },
): StoredContact {
  const { areaCode, domain, openingTimes, ...address } = given;
  return {
    ...address,
    phone: `${areaCode} 555-0`,
    email: `post@${domain}.example`,
    website: `https://www.${domain}.example`,
    openingTimes: openingTimes ?? [...townHallHours],
  };
}

const schwerin: AuthorityToSave = {
  id: demoTenants.schwerin,
  parentId: landId,
  kind: "stadt",
  ars: "130040000000",
  ags: "13004000",
  slug: "schwerin",
  host: "schwerin",
  name: "Landeshauptstadt Schwerin",
  shortName: "Schwerin",
  accentColour: "#0b5394",
  crestSvg: crests.schwerin,
  contact: contact({
    office: "Stadtverwaltung im Stadthaus",
    street: "Am Packhof 2–6",
    postcode: "19053",
    town: "Schwerin",
    areaCode: "0385",
    domain: "schwerin",
    openingTimes: [...citizenOfficeHours],
  }),
};

const lup: AuthorityToSave = {
  id: demoTenants.lup,
  parentId: landId,
  kind: "kreis",
  ars: "130760000000",
  ags: "13076",
  slug: "lup",
  host: "lup",
  name: "Landkreis Ludwigslust-Parchim",
  shortName: "Ludwigslust-Parchim",
  accentColour: "#9b1c31",
  crestSvg: crests.lup,
  contact: contact({
    office: "Kreisverwaltung",
    street: "Putlitzer Straße 25",
    postcode: "19370",
    town: "Parchim",
    areaCode: "03871",
    domain: "lup",
    openingTimes: [...citizenOfficeHours],
  }),
};

const ludwigslust: AuthorityToSave = {
  id: demoTenants.ludwigslust,
  parentId: demoTenants.lup,
  kind: "stadt",
  ars: "130760090090",
  ags: "13076090",
  slug: "ludwigslust",
  host: "ludwigslust",
  name: "Stadt Ludwigslust",
  shortName: "Ludwigslust",
  accentColour: "#5b3a8c",
  crestSvg: crests.ludwigslust,
  contact: contact({
    office: "Rathaus",
    street: "Schloßstraße 38",
    postcode: "19288",
    town: "Ludwigslust",
    areaCode: "03874",
    domain: "ludwigslust",
  }),
};

const neustadtGlewe: AuthorityToSave = {
  id: demoTenants.neustadtGlewe,
  parentId: demoTenants.lup,
  kind: "stadt",
  ars: "130765660105",
  ags: "13076105",
  slug: "neustadt-glewe",
  host: "neustadt-glewe",
  name: "Stadt Neustadt-Glewe",
  shortName: "Neustadt-Glewe",
  accentColour: "#2f5d3a",
  crestSvg: crests.neustadtGlewe,
  contact: contact({
    office: "Rathaus",
    street: "Markt 1",
    postcode: "19306",
    town: "Neustadt-Glewe",
    areaCode: "038757",
    domain: "neustadt-glewe",
  }),
};

const grabow: AuthorityToSave = {
  id: demoTenants.grabow,
  parentId: demoTenants.lup,
  kind: "stadt",
  ars: "130765657050",
  ags: "13076050",
  slug: "grabow",
  host: "grabow",
  name: "Stadt Grabow",
  shortName: "Grabow",
  accentColour: "#7a4512",
  crestSvg: crests.grabow,
  contact: contact({
    office: "Rathaus",
    street: "Am Markt 1",
    postcode: "19300",
    town: "Grabow",
    areaCode: "038756",
    domain: "grabow",
  }),
};

const parchimerUmland: AuthorityToSave = {
  id: demoTenants.parchimerUmland,
  parentId: demoTenants.lup,
  kind: "amt",
  ars: "130765662",
  ags: null,
  slug: "parchimer-umland",
  host: "parchimer-umland",
  name: "Amt Parchimer Umland",
  shortName: "Parchimer Umland",
  accentColour: "#1f6f5c",
  crestSvg: crests.parchimerUmland,
  contact: contact({
    office: "Amtsverwaltung",
    street: "Walter-Hase-Straße 42",
    postcode: "19370",
    town: "Parchim",
    areaCode: "03871",
    domain: "parchimer-umland",
  }),
};

const installation: AuthorityToSave = {
  id: demoTenants.installation,
  parentId: null,
  kind: "installation",
  ars: null,
  ags: null,
  slug: "installation",
  host: "",
  name: "OpenRathaus",
  shortName: "OpenRathaus",
  accentColour: "#334155",
  crestSvg: crests.installation,
  contact: contact({
    office: "Betrieb der Portale",
    street: "Eckdrift 93",
    postcode: "19061",
    town: "Schwerin",
    areaCode: "0385",
    domain: "openrathaus",
    openingTimes: [],
  }),
};

const land: AuthorityToSave = {
  ...schwerin,
  id: landId,
  parentId: null,
  kind: "land",
  ars: "130000000000",
  ags: "13",
  slug: "mecklenburg-vorpommern",
  host: null,
  name: "Land Mecklenburg-Vorpommern",
  shortName: "Mecklenburg-Vorpommern",
  contact: { ...schwerin.contact, office: "Land Mecklenburg-Vorpommern" },
};

/** Parents before their children. */
export const demoAuthorities: readonly AuthorityToSave[] = [
  installation,
  land,
  schwerin,
  lup,
  ludwigslust,
  neustadtGlewe,
  grabow,
  parchimerUmland,
];

/** What communes without a portal of their own take over from the Amt that administers them. */
export const amtOfCommunes = parchimerUmland;
export const kreisOfCommunes = lup;
