import type { Audience, Situation } from "../domain/situations/situations.ts";

type Row = readonly [key: string, address: string, de: string, en: string];

/**
 * Situations that every portal begins with, after those of the Portalverbund and the areas of information of the SDG (Regulation (EU)
 * 2018/1724, Annex I). An authority adds its own, renames or hides them: they are rows, not rules.
 */
export const builtInSituations: readonly Situation[] = [
  ...tree("citizen", [
    ["papers", "ausweise", "Ausweise und Papiere", "Identity cards and papers"],
    [
      "papers.identity",
      "personalausweis-und-pass",
      "Personalausweis und Pass",
      "Identity card and passport",
    ],
    [
      "papers.certificates",
      "urkunden",
      "Urkunden und Bescheinigungen",
      "Certificates",
    ],
    [
      "papers.nationality",
      "staatsangehoerigkeit",
      "Staatsangehörigkeit und Aufenthalt",
      "Nationality and residence",
    ],
    ["moving", "wohnen", "Wohnen und Umzug", "Housing and moving"],
    [
      "moving.registration",
      "umzug",
      "An-, um- und abmelden",
      "Registering and moving",
    ],
    ["moving.waste", "abfall", "Abfall und Versorgung", "Waste and utilities"],
    ["family", "familie", "Familie und Kinder", "Family and children"],
    ["family.birth", "geburt", "Geburt", "Birth"],
    ["family.childcare", "kita", "Kindertagesbetreuung", "Childcare"],
    [
      "family.school",
      "schule",
      "Schule und Ausbildung",
      "School and education",
    ],
    [
      "family.partnership",
      "heiraten",
      "Heirat und Partnerschaft",
      "Marriage and partnership",
    ],
    [
      "family.death",
      "todesfall",
      "Todesfall und Erbe",
      "Death and inheritance",
    ],
    ["mobility", "verkehr", "Auto, Bus und Verkehr", "Cars, buses and traffic"],
    ["mobility.licence", "fahrerlaubnis", "Führerschein", "Driving licence"],
    ["mobility.vehicle", "fahrzeug", "Fahrzeug", "Vehicle"],
    ["mobility.parking", "parken", "Parken", "Parking"],
    ["work", "arbeit", "Arbeit und Gewerbe", "Work and business"],
    [
      "leisure",
      "freizeit",
      "Freizeit, Vereine und Tiere",
      "Leisure, clubs and animals",
    ],
    ["leisure.animals", "tiere", "Tiere", "Animals"],
    [
      "leisure.events",
      "veranstaltungen",
      "Veranstaltungen und Vereine",
      "Events and clubs",
    ],
    ["building", "bauen", "Bauen und Grundstück", "Building and land"],
    ["support", "hilfen", "Geld und Hilfen", "Money and support"],
    [
      "support.housing",
      "wohnkosten",
      "Hilfen zum Wohnen",
      "Help with housing costs",
    ],
    [
      "support.disability",
      "behinderung",
      "Behinderung und Pflege",
      "Disability and care",
    ],
    ["support.age", "alter", "Alter und Rente", "Old age and pension"],
  ]),
  ...tree("business", [
    [
      "business-start",
      "unternehmen-gruenden",
      "Unternehmen gründen",
      "Starting a business",
    ],
    [
      "business-staff",
      "personal",
      "Personal und Ausbildung",
      "Staff and training",
    ],
    [
      "business-permits",
      "genehmigungen",
      "Erlaubnisse und Genehmigungen",
      "Permits and licences",
    ],
    [
      "business-taxes",
      "steuern-und-abgaben",
      "Steuern und Abgaben",
      "Taxes and charges",
    ],
    [
      "business-premises",
      "betriebsstaette",
      "Betriebsstätte und Bauen",
      "Premises and building",
    ],
    [
      "business-procurement",
      "vergabe-und-foerderung",
      "Vergabe und Förderung",
      "Procurement and funding",
    ],
    [
      "business-end",
      "unternehmen-aufgeben",
      "Unternehmen aufgeben oder übergeben",
      "Closing or handing over a business",
    ],
  ]),
];

/** The parent of `family.birth` is `family`. */
function tree(audience: Audience, rows: readonly Row[]): Situation[] {
  return rows.map(([key, address, de, en]) => {
    const dot = key.lastIndexOf(".");
    const parentKey = dot === -1 ? null : key.slice(0, dot);
    return { key, parentKey, audience, address, names: { de, en } };
  });
}
