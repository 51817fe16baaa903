import type { Office } from "../domain/office.ts";
import {
  citizenOfficeHours,
  on,
  specialistHours,
  townHallHours,
} from "./demo-hours.ts";
import { demoTenants } from "./demo-tenants.ts";
import {
  countyOfficesOfSchwerin,
  furtherOfficesOfCounty,
} from "./more-offices.ts";
import type { OfficeLine } from "./office-line.ts";

type Building = Pick<Office, "accessibility" | "transport" | "location"> & {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly areaCode: string;
  readonly domain: string;
};

const stepFree =
  "Der Eingang ist ohne Stufen. Es gibt einen Aufzug und eine Toilette für Menschen mit Rollstuhl.";
const withRamp =
  "Am Seiteneingang gibt es eine Rampe. Bitte klingeln Sie dort. Wir helfen Ihnen gern.";

/** Departments by their slug, and what they belong to. */
const departments: Readonly<Record<string, string>> = {
  verkehrsbehoerde: "ordnungsamt",
  gewerbeamt: "ordnungsamt",
  "kfz-behoerde": "ordnungsamt",
  fahrerlaubnisbehoerde: "zulassungsstelle",
};

const byAppointment = "Bitte vereinbaren Sie vorher einen Termin.";
const withoutAppointment = "Sie können ohne Termin kommen.";

function officesIn(building: Building, lines: readonly OfficeLine[]): Office[] {
  const { areaCode, domain, street, postcode, town } = building;
  return lines.map(([slug, name, tasks, openingTimes, note], index) => ({
    slug,
    name,
    tasks,
    street,
    postcode,
    town,
    phone: `${areaCode} 555-${String(100 + index * 10)}`,
    email: `${slug}@${domain}.example`,
    openingTimes,
    note: note ?? null,
    authority: null,
    partOf: departments[slug] ?? null,
    accessibility: building.accessibility,
    transport: building.transport,
    location: building.location,
    specialDays: [],
  }));
}

const schwerin = officesIn(
  {
    street: "Am Packhof 2–6",
    postcode: "19053",
    town: "Schwerin",
    areaCode: "0385",
    domain: "schwerin",
    accessibility: stepFree,
    transport:
      "Straßenbahn 1, 2 und 4 bis Marienplatz, von dort 5 Minuten zu Fuß.",
    location: { latitude: 53.6302, longitude: 11.4075 },
  },
  [
    [
      "buergerbuero",
      "Bürgerbüro",
      "Hier melden Sie Ihre Wohnung an und bekommen Ausweis und Pass.",
      [...citizenOfficeHours, ...on([6], "09:00", "12:00")],
      byAppointment,
    ],
    [
      "verkehrsbehoerde",
      "Straßenverkehrsbehörde",
      "Hier geht es um Bewohnerparken, Sperrungen und Feste auf der Straße.",
      citizenOfficeHours,
      withoutAppointment,
    ],
    [
      "gewerbeamt",
      "Gewerbeangelegenheiten",
      "Hier melden Sie Ihr Gewerbe an, um oder ab.",
      specialistHours,
    ],
    [
      "steuerabteilung",
      "Kommunale Steuern",
      "Hier geht es um Hundesteuer, Grundsteuer und Gewerbesteuer.",
      specialistHours,
    ],
    [
      "standesamt",
      "Standesamt",
      "Hier bekommen Sie Urkunden und heiraten.",
      townHallHours,
      byAppointment,
    ],
    [
      "wohngeldstelle",
      "Wohngeldstelle",
      "Hier bekommen Sie einen Zuschuss zu den Kosten Ihrer Wohnung.",
      specialistHours,
    ],
    ...countyOfficesOfSchwerin,
  ],
);

const lup = officesIn(
  {
    street: "Putlitzer Straße 25",
    postcode: "19370",
    town: "Parchim",
    areaCode: "03871",
    domain: "lup",
    accessibility: stepFree,
    transport: "Vom Bahnhof Parchim 10 Minuten zu Fuß.",
    location: { latitude: 53.4218, longitude: 11.842 },
  },
  [
    [
      "buergerservice",
      "Bürgerservice des Landkreises",
      "Hier bekommen Sie Auskunft und geben Anträge ab.",
      citizenOfficeHours,
      withoutAppointment,
    ],
    [
      "zulassungsstelle",
      "Kfz-Zulassungsbehörde",
      "Hier melden Sie Fahrzeuge an, um und ab.",
      citizenOfficeHours,
      byAppointment,
    ],
    [
      "fahrerlaubnisbehoerde",
      "Fahrerlaubnisbehörde",
      "Hier geht es um Ihren Führerschein.",
      citizenOfficeHours,
      byAppointment,
    ],
    [
      "ordnungsbehoerde",
      "Jagd- und Waffenbehörde",
      "Hier geht es um Jagdschein, Waffen und große Veranstaltungen.",
      specialistHours,
    ],
    [
      "bauordnung",
      "Bauordnung",
      "Hier beantragen Sie eine Baugenehmigung.",
      specialistHours,
      byAppointment,
    ],
    [
      "sozialamt",
      "Sozialamt",
      "Hier geht es um Hilfen zum Leben und zur Pflege.",
      specialistHours,
    ],
    [
      "jugendamt",
      "Jugendamt",
      "Hier geht es um Unterhalt, Betreuung und Hilfen für Familien.",
      specialistHours,
    ],
    ...furtherOfficesOfCounty,
  ],
);

/** The county decides some of what its communes take in. */
const huntingOfCounty: readonly Office[] = lup
  .filter(({ slug }) => slug === "ordnungsbehoerde")
  .map((office) => ({
    ...office,
    slug: "landkreis-jagd",
    authority: "Landkreis Ludwigslust-Parchim",
  }));

/** A small town hall: four offices do everything but what the county does. */
function townHall(building: Building): Office[] {
  const offices = officesIn(building, [
    [
      "buergerbuero",
      "Bürgerbüro",
      "Hier melden Sie Ihre Wohnung an und bekommen Ausweis und Pass.",
      townHallHours,
      withoutAppointment,
    ],
    [
      "ordnungsamt",
      "Ordnungsamt",
      "Hier geht es um Parken, Gewerbe und Veranstaltungen.",
      townHallHours,
    ],
    [
      "kaemmerei",
      "Kämmerei und Steuern",
      "Hier geht es um Hundesteuer und andere Abgaben.",
      specialistHours,
    ],
    [
      "standesamt",
      "Standesamt",
      "Hier bekommen Sie Urkunden und heiraten.",
      townHallHours,
      byAppointment,
    ],
  ]);
  return [...offices, ...huntingOfCounty];
}

/** Per authority, in the order in which it lists them. */
export const demoOffices: readonly {
  readonly tenantId: string;
  readonly offices: readonly Office[];
}[] = [
  { tenantId: demoTenants.schwerin, offices: schwerin },
  { tenantId: demoTenants.lup, offices: lup },
  {
    tenantId: demoTenants.ludwigslust,
    offices: townHall({
      street: "Schloßstraße 38",
      postcode: "19288",
      town: "Ludwigslust",
      areaCode: "03874",
      domain: "ludwigslust",
      accessibility: withRamp,
      transport: "Bus bis Ludwigslust, Schloss. Vom Bahnhof 15 Minuten zu Fuß.",
      location: { latitude: 53.3254, longitude: 11.4937 },
    }),
  },
  {
    tenantId: demoTenants.neustadtGlewe,
    offices: townHall({
      street: "Markt 1",
      postcode: "19306",
      town: "Neustadt-Glewe",
      areaCode: "038757",
      domain: "neustadt-glewe",
      accessibility: withRamp,
      transport: "Bus bis Neustadt-Glewe, Markt.",
      location: { latitude: 53.3791, longitude: 11.5883 },
    }),
  },
  {
    tenantId: demoTenants.grabow,
    offices: townHall({
      street: "Am Markt 1",
      postcode: "19300",
      town: "Grabow",
      areaCode: "038756",
      domain: "grabow",
      accessibility: withRamp,
      transport: "Vom Bahnhof Grabow 10 Minuten zu Fuß.",
      location: { latitude: 53.2779, longitude: 11.5602 },
    }),
  },
  {
    tenantId: demoTenants.parchimerUmland,
    offices: townHall({
      street: "Walter-Hase-Straße 42",
      postcode: "19370",
      town: "Parchim",
      areaCode: "03871",
      domain: "parchimer-umland",
      accessibility: stepFree,
      transport: "Bus bis Parchim, Walter-Hase-Straße.",
      location: { latitude: 53.4301, longitude: 11.8505 },
    }),
  },
];
