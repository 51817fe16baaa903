import {
  afterSendingOnline,
  euros,
  widerspruch,
  type DemoLeistung,
  type LocalFacts,
} from "./demo-leistung.ts";

export function bewohnerparkausweis(local: LocalFacts): DemoLeistung {
  return {
    slug: "bewohnerparkausweis",
    leikaKey: "99108001001000",
    title: "Bewohnerparkausweis",
    teaser: `Parken Sie in der Nähe Ihrer Wohnung in ${local.place}, ohne jedes Mal einen Parkschein zu lösen.`,
    lifeSituation: "mobility",
    whatToDo: [
      "Legen Sie Ihren Fahrzeugschein bereit.",
      "Füllen Sie den Antrag online aus. Das dauert etwa fünf Minuten.",
      "Laden Sie ein Foto oder einen Scan des Fahrzeugscheins hoch.",
    ],
    prerequisites: [
      `Sie sind mit Haupt- oder Nebenwohnung in ${local.place} gemeldet.`,
      `Ihre Wohnung liegt ${local.parkingZones}.`,
      "Das Fahrzeug ist auf Sie zugelassen, oder Sie nutzen es dauerhaft.",
    ],
    documents: [
      "Zulassungsbescheinigung Teil I (Fahrzeugschein)",
      "Wenn das Fahrzeug jemand anderem gehört: Bestätigung, dass Sie es dauerhaft nutzen",
    ],
    feeText: `${euros(local.parkingFeeCents)} für ein Jahr. Sie bekommen eine Rechnung.`,
    feeCents: local.parkingFeeCents,
    processingText: `In der Regel ${String(local.parkingDays)} Arbeitstage.`,
    processingWorkingDays: local.parkingDays,
    procedure: [
      "Wir prüfen, ob Sie in der Parkzone wohnen.",
      "Wir prüfen den Fahrzeugschein.",
      "Sie bekommen den Ausweis und die Rechnung mit der Post.",
    ],
    afterSending: [
      ...afterSendingOnline,
      "Den Ausweis legen Sie gut sichtbar hinter die Windschutzscheibe.",
      "Ein bestimmter Stellplatz ist damit nicht für Sie frei gehalten.",
    ],
    legalBases: [
      "§ 45 Absatz 1b Satz 1 Nummer 2a Straßenverkehrs-Ordnung (StVO)",
      "§ 6a Absatz 5a Straßenverkehrsgesetz (StVG)",
    ],
    remedies: widerspruch,
    assuranceLevel: "none",
    onlineMaturity: 3,
    formKey: "bewohnerparkausweis",
    officeSlug: local.offices.parking,
    keywords: ["Anwohnerparken", "Parkausweis", "Parkzone", "Parken", "Auto"],
  };
}

/** People look for the permit in a village too; it says that none is needed. */
export function parkenImDorf(local: LocalFacts): DemoLeistung {
  return {
    ...bewohnerparkausweis(local),
    teaser:
      "In unseren Gemeinden gibt es keine Parkzonen. Sie parken ohne Ausweis.",
    whatToDo: [
      "Sie wohnen in einer unserer Gemeinden? Dann müssen Sie nichts tun.",
      "Sie wohnen in einer Stadt? Dann fragen Sie dort nach dem Ausweis.",
    ],
    prerequisites: [],
    documents: [],
    feeText: "Parken kostet hier nichts.",
    feeCents: 0,
    processingText: "Es gibt keinen Antrag.",
    processingWorkingDays: null,
    procedure: [],
    afterSending: [],
    onlineMaturity: 0,
    formKey: null,
  };
}

const keywordsOfVeranstaltung = [
  "Straßenfest",
  "Stadtfest",
  "Konzert",
  "Markt",
  "Umzug",
  "Sondernutzung",
  "Verein",
];

export function veranstaltung(local: LocalFacts): DemoLeistung {
  return {
    slug: "veranstaltung",
    leikaKey: null,
    title: "Anmeldung einer Veranstaltung",
    teaser: `Melden Sie ein Fest, einen Markt oder ein Konzert in ${local.place} an.`,
    lifeSituation: "leisure",
    whatToDo: [
      `Melden Sie die Veranstaltung mindestens ${String(local.eventLeadWeeks)} Wochen vorher an.`,
      "Zeichnen Sie einen Lageplan: Bühne, Stände, Wege für Feuerwehr und Rettung.",
      "Füllen Sie die Anmeldung online aus.",
    ],
    prerequisites: [
      "Die Veranstaltung ist öffentlich, oder sie nutzt öffentliche Flächen.",
      "Eine Person ist während der ganzen Zeit verantwortlich und erreichbar.",
    ],
    documents: [
      "Lageplan",
      "Nachweis der Haftpflichtversicherung",
      "Bei mehr als 500 Gästen: Sicherheitskonzept",
    ],
    feeText: `Ab ${euros(local.eventFeeCents)}. Die Höhe hängt von Fläche und Dauer ab. Gemeinnützige Vereine zahlen die Hälfte.`,
    feeCents: null,
    processingText: "In der Regel zehn Arbeitstage, bei Straßensperrungen 15.",
    processingWorkingDays: 10,
    procedure: [
      "Wir beteiligen Feuerwehr, Polizei und andere Stellen.",
      "Sie bekommen die Erlaubnis mit Auflagen, zum Beispiel zu Lärm und Rettungswegen.",
    ],
    afterSending: [
      ...afterSendingOnline,
      "Werben Sie erst, wenn Sie die Erlaubnis haben.",
    ],
    legalBases: [
      "§ 29 Absatz 2 Straßenverkehrs-Ordnung (StVO)",
      "§ 12 Gaststättengesetz (GastG), wenn Sie Alkohol ausschenken",
    ],
    remedies: widerspruch,
    assuranceLevel: "none",
    onlineMaturity: 3,
    formKey: "veranstaltung",
    officeSlug: local.offices.events,
    keywords: keywordsOfVeranstaltung,
  };
}

export function brauchtumsfeuer(local: LocalFacts): DemoLeistung {
  return {
    slug: "brauchtumsfeuer",
    leikaKey: null,
    title: "Brauchtumsfeuer anzeigen",
    teaser:
      "Zeigen Sie ein Osterfeuer, Lagerfeuer oder anderes Feuer im Freien rechtzeitig an.",
    lifeSituation: "leisure",
    whatToDo: [
      "Zeigen Sie das Feuer mindestens zwei Wochen vorher an.",
      "Fragen Sie den Eigentümer der Fläche.",
      "Rufen Sie das Ordnungsamt an oder schreiben Sie eine E-Mail.",
    ],
    prerequisites: [
      "Das Feuer ist öffentlich und gehört zum Brauch im Ort.",
      "Zu Wald sind es mindestens 50 Meter, zu Gebäuden mindestens 25 Meter.",
    ],
    documents: ["Skizze mit Abständen", "Name und Telefonnummer der Aufsicht"],
    feeText: "Gebührenfrei für Vereine und Feuerwehren, sonst 20,00 Euro.",
    feeCents: 2_000,
    processingText: "In der Regel fünf Arbeitstage.",
    processingWorkingDays: 5,
    procedure: [
      "Wir informieren die Leitstelle der Feuerwehr.",
      "Bei Waldbrandgefahr kann das Feuer verboten werden.",
    ],
    afterSending: ["Sie bekommen eine Bestätigung mit den Auflagen."],
    legalBases: ["Pflanzenabfalllandesverordnung Mecklenburg-Vorpommern"],
    remedies: widerspruch,
    assuranceLevel: "none",
    onlineMaturity: 0,
    formKey: null,
    officeSlug: local.offices.events,
    keywords: [
      "Osterfeuer",
      "Lagerfeuer",
      "Feuer",
      "Verbrennen",
      "Gartenabfälle",
    ],
  };
}
