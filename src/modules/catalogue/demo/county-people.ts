import {
  afterSendingOnline,
  widerspruch,
  type DemoLeistung,
} from "./demo-leistung.ts";

const county = "im Landkreis Ludwigslust-Parchim";

const huntingLicence: DemoLeistung = {
  slug: "jagdschein",
  leikaKey: null,
  title: "Jagdschein",
  teaser: "Beantragen oder verlängern Sie Ihren Jagdschein.",
  lifeSituation: "leisure",
  whatToDo: [
    "Schließen Sie eine Jagdhaftpflichtversicherung ab.",
    "Füllen Sie den Antrag online aus, am besten vor dem 1. April, dem Beginn des Jagdjahres.",
    "Weisen Sie sich dabei mit der BundID und Ihrem Online-Ausweis aus.",
  ],
  prerequisites: [
    "Sie haben die Jägerprüfung bestanden.",
    `Sie wohnen ${county}.`,
    "Sie sind mindestens 18 Jahre alt, für den Jugendjagdschein 16.",
  ],
  documents: [
    "Prüfungszeugnis oder alter Jagdschein",
    "Nachweis der Jagdhaftpflichtversicherung",
    "Passbild",
  ],
  feeText:
    "40,00 Euro für ein Jahr, 90,00 Euro für drei Jahre, 20,00 Euro für 14 Tage und für Jugendliche, dazu die Jagdabgabe.",
  feeCents: 4_000,
  processingText: "In der Regel drei Wochen.",
  processingWorkingDays: 15,
  procedure: [
    "Wir prüfen, ob Sie zuverlässig und geeignet sind.",
    "Sie bekommen den Jagdschein oder holen ihn ab.",
  ],
  afterSending: [
    ...afterSendingOnline,
    "Wir fragen die Register ab. Das dauert meist zwei Wochen.",
  ],
  legalBases: ["§§ 15 bis 18a Bundesjagdgesetz (BJagdG)"],
  remedies: widerspruch,
  // Whoever gets a licence may buy guns (§ 13 WaffG): the authority must be sure whom it asks the registers about.
  assuranceLevel: "high",
  onlineMaturity: 3,
  formKey: "jagdschein",
  officeSlug: "ordnungsbehoerde",
  keywords: ["Jagd", "Jäger", "Waffe", "Jugendjagdschein"],
};

/** What the county decides and its communes take in: they show it, and applications go to the county directly. */
export const countyInTown: readonly DemoLeistung[] = [
  {
    ...huntingLicence,
    procedure: [
      "Ihr Antrag geht direkt an den Landkreis Ludwigslust-Parchim. Er entscheidet.",
      "Der Landkreis prüft, ob Sie zuverlässig und geeignet sind.",
      "Sie bekommen den Jagdschein oder holen ihn beim Landkreis ab.",
    ],
    afterSending: [
      "Der Landkreis Ludwigslust-Parchim hat Ihren Antrag sofort.",
      "Der Landkreis fragt die Register ab. Das dauert meist zwei Wochen.",
    ],
    officeSlug: "landkreis-jagd",
  },
];

/** Services of the county around hunting, building and families. */
export const countyPeople: readonly DemoLeistung[] = [
  huntingLicence,
  {
    slug: "baugenehmigung",
    leikaKey: null,
    title: "Baugenehmigung",
    teaser: `Sie wollen ${county} bauen, umbauen oder anders nutzen? Stellen Sie vorher einen Bauantrag.`,
    lifeSituation: "building",
    whatToDo: [
      "Fragen Sie, ob Ihr Vorhaben eine Genehmigung braucht. Kleine Gartenhäuser sind oft frei.",
      "Beauftragen Sie eine Person, die Bauvorlagen zeichnen darf, zum Beispiel eine Architektin.",
    ],
    prerequisites: ["Das Grundstück darf bebaut werden und ist erschlossen."],
    documents: [
      "Bauantrag",
      "Lageplan",
      "Bauzeichnungen",
      "Baubeschreibung",
      "Nachweis der Standsicherheit",
    ],
    feeText: "Richtet sich nach den Baukosten, mindestens 120,00 Euro.",
    feeCents: null,
    processingText: "In der Regel drei Monate, wenn alles vorliegt.",
    processingWorkingDays: 60,
    procedure: [
      "Wir prüfen, ob alles vorliegt.",
      "Wir beteiligen die Gemeinde und andere Stellen.",
      "Sie bekommen die Genehmigung mit Auflagen.",
    ],
    afterSending: [],
    legalBases: [
      "§§ 59, 64 und 72 Landesbauordnung Mecklenburg-Vorpommern (LBauO M-V)",
    ],
    remedies: widerspruch,
    assuranceLevel: "substantial",
    onlineMaturity: 0,
    formKey: null,
    officeSlug: "bauordnung",
    keywords: [
      "Bauantrag",
      "Bauen",
      "Hausbau",
      "Garage",
      "Carport",
      "Umbau",
      "Nutzungsänderung",
    ],
  },
  {
    slug: "unterhaltsvorschuss",
    leikaKey: "99107021017000",
    title: "Unterhaltsvorschuss",
    teaser:
      "Sie erziehen Ihr Kind allein und der andere Elternteil zahlt nicht? Wir helfen.",
    lifeSituation: "family",
    whatToDo: [
      "Stellen Sie den Antrag im ersten Monat, in dem das Geld fehlt.",
      "Schreiben Sie auf, was Sie getan haben, um Unterhalt zu bekommen.",
    ],
    prerequisites: [
      "Das Kind ist jünger als 18 Jahre und lebt bei Ihnen.",
      "Der andere Elternteil zahlt keinen, zu wenig oder unregelmäßig Unterhalt.",
    ],
    documents: [
      "Geburtsurkunde des Kindes",
      "Personalausweis oder Pass",
      "Urteil oder Urkunde über den Unterhalt, wenn vorhanden",
    ],
    feeText: "Gebührenfrei.",
    feeCents: 0,
    processingText: "In der Regel sechs Wochen.",
    processingWorkingDays: 30,
    procedure: [
      "Wir prüfen den Anspruch.",
      "Wir holen uns das Geld vom anderen Elternteil zurück.",
    ],
    afterSending: [],
    legalBases: ["§ 1 Unterhaltsvorschussgesetz (UhVorschG)"],
    remedies: widerspruch,
    assuranceLevel: "low",
    onlineMaturity: 0,
    formKey: null,
    officeSlug: "jugendamt",
    keywords: ["Unterhalt", "alleinerziehend", "Alimente", "Kind"],
  },
  {
    slug: "schuelerbefoerderung",
    leikaKey: null,
    title: "Schülerbeförderung",
    teaser:
      "Ihr Kind hat einen weiten Weg zur Schule? Beantragen Sie die Fahrkarte für den Bus.",
    lifeSituation: "family",
    whatToDo: [
      "Stellen Sie den Antrag bis zum 31. Mai für das nächste Schuljahr.",
    ],
    prerequisites: [
      "Der Weg ist bis Klasse 4 länger als zwei, ab Klasse 5 länger als vier Kilometer.",
      `Das Kind wohnt ${county} und besucht die örtlich zuständige Schule.`,
    ],
    documents: ["Bestätigung der Schule", "Passbild des Kindes"],
    feeText: "Gebührenfrei.",
    feeCents: 0,
    processingText: "In der Regel vier Wochen.",
    processingWorkingDays: 20,
    procedure: [
      "Wir messen den Schulweg.",
      "Die Fahrkarte kommt vor dem ersten Schultag.",
    ],
    afterSending: [],
    legalBases: ["§ 113 Schulgesetz Mecklenburg-Vorpommern (SchulG M-V)"],
    remedies: widerspruch,
    assuranceLevel: "none",
    onlineMaturity: 0,
    formKey: null,
    officeSlug: "buergerservice",
    keywords: ["Schulbus", "Fahrkarte", "Schülerticket", "Schule", "Bus"],
  },
];
