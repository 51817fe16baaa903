import type { DemoLeistung } from "./demo-leistung.ts";

/** What a Leistung says whose cost, documents and time each town decides for itself. */
const decidedInTown = {
  leikaKey: null,
  whatToDo: [
    "Öffnen Sie das Portal Ihrer Stadt oder Ihres Amtes. Die Links stehen hier.",
    "Stellen Sie den Antrag dort. Der Landkreis leitet ihn nicht weiter.",
  ],
  feeCents: null,
  processingWorkingDays: null,
  procedure: [],
  afterSending: [],
  remedies:
    "Über den Rechtsbehelf informiert Sie die Stelle, die entscheidet: Ihre Stadt oder Ihr Amt.",
  onlineMaturity: 0,
  formKey: null,
  officeSlug: "buergerservice",
  belongsToCommunes: true,
} as const;

/** What people look for at the county although their town decides it: honest pages that lead there. */
export const countyHandOver: readonly DemoLeistung[] = [
  {
    ...decidedInTown,
    slug: "bewohnerparkausweis",
    title: "Bewohnerparkausweis",
    teaser:
      "Nahe der Wohnung parken: Den Ausweis dafür gibt Ihnen Ihre Stadt, nicht der Landkreis.",
    lifeSituation: "mobility",
    prerequisites: ["Sie wohnen in einer Parkzone für Bewohner."],
    documents: ["Meist der Fahrzeugschein. Genaues sagt Ihnen Ihre Stadt."],
    feeText: "Das legt jede Stadt selbst fest.",
    processingText: "Meist wenige Arbeitstage. Genaues sagt Ihnen Ihre Stadt.",
    legalBases: [
      "§ 45 Absatz 1b Satz 1 Nummer 2a Straßenverkehrs-Ordnung (StVO)",
    ],
    assuranceLevel: "none",
    keywords: ["Anwohnerparken", "Parkausweis", "Parkzone", "Parken"],
  },
  {
    ...decidedInTown,
    slug: "gewerbeanmeldung",
    title: "Gewerbeanmeldung",
    teaser:
      "Ein Gewerbe melden Sie dort an, wo der Betrieb liegt: bei Ihrer Stadt oder Ihrem Amt.",
    lifeSituation: "work",
    prerequisites: ["Sie beginnen ein Gewerbe oder eröffnen eine Filiale."],
    documents: [
      "Personalausweis oder Pass",
      "Bei Gesellschaften: Auszug aus dem Handelsregister",
    ],
    feeText: "Das legt jede Stadt und jedes Amt selbst fest.",
    processingText: "Meist wenige Arbeitstage.",
    legalBases: ["§ 14 Gewerbeordnung (GewO)"],
    assuranceLevel: "low",
    keywords: ["Gewerbeschein", "Selbstständigkeit", "Firma", "Betrieb"],
  },
  {
    ...decidedInTown,
    slug: "hundesteuer",
    title: "Hundesteuer-Anmeldung",
    teaser:
      "Die Hundesteuer erhebt die Gemeinde. Melden Sie den Hund bei Ihrer Stadt oder Ihrem Amt an.",
    lifeSituation: "leisure",
    prerequisites: ["Der Hund ist älter als drei Monate."],
    documents: ["Impfpass oder Kaufvertrag, wenn vorhanden"],
    feeText:
      "Die Anmeldung ist gebührenfrei. Die Steuer legt jede Gemeinde selbst fest.",
    processingText: "Meist zwei Wochen, bis der Bescheid kommt.",
    legalBases: [
      "§ 3 Kommunalabgabengesetz Mecklenburg-Vorpommern (KAG M-V)",
      "Satzung der Gemeinde über die Hundesteuer",
    ],
    assuranceLevel: "none",
    keywords: ["Hund", "Hundemarke", "Haustier", "Steuer"],
  },
  {
    ...decidedInTown,
    slug: "geburtsurkunde",
    title: "Geburtsurkunde",
    teaser:
      "Die Urkunde stellt das Standesamt am Ort der Geburt aus, nicht der Landkreis.",
    lifeSituation: "family",
    prerequisites: [
      "Es ist Ihre Urkunde oder die Ihres Kindes, Ihrer Eltern oder Ihres Ehepartners.",
    ],
    documents: ["Personalausweis oder Pass"],
    feeText: "Das sagt Ihnen das Standesamt.",
    processingText: "Meist eine Woche, bei alten Einträgen länger.",
    legalBases: ["§§ 55 und 62 Personenstandsgesetz (PStG)"],
    assuranceLevel: "low",
    keywords: ["Urkunde", "Geburt", "Standesamt", "Abstammungsurkunde"],
  },
];
