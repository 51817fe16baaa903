import {
  afterSendingOnline,
  euros,
  widerspruch,
  type DemoLeistung,
  type LocalFacts,
} from "./demo-leistung.ts";

export function geburtsurkunde(local: LocalFacts): DemoLeistung {
  return {
    slug: "geburtsurkunde",
    leikaKey: "99027002012000",
    title: "Geburtsurkunde",
    teaser: `Sie oder Ihr Kind wurden in ${local.place} geboren? Hier bekommen Sie die Urkunde.`,
    lifeSituation: "family",
    whatToDo: [
      "Prüfen Sie, welches Standesamt die Geburt eingetragen hat. Es ist das am Ort der Geburt.",
      "Machen Sie eine Kopie Ihres Ausweises.",
      "Bestellen Sie die Urkunde online. Das dauert etwa fünf Minuten.",
    ],
    prerequisites: [
      "Sie sind mindestens 16 Jahre alt.",
      "Es ist Ihre Urkunde oder die Ihres Kindes, Ihrer Eltern oder Ihres Ehepartners.",
    ],
    documents: [
      "Personalausweis oder Pass",
      "Wenn Sie für jemand anderen bestellen: Vollmacht und Ausweis dieser Person",
    ],
    feeText: `${euros(local.certificateFeeCents)} für die erste Urkunde. Jede weitere gleiche kostet die Hälfte.`,
    feeCents: local.certificateFeeCents,
    processingText:
      "In der Regel fünf Arbeitstage, bei alten Einträgen länger.",
    processingWorkingDays: 5,
    procedure: [
      "Wir suchen den Eintrag im Geburtenregister.",
      "Wir stellen die Urkunde aus und siegeln sie.",
    ],
    afterSending: [
      ...afterSendingOnline,
      "Sie bekommen die Urkunde und die Rechnung mit der Post.",
    ],
    legalBases: ["§§ 55, 59 und 62 Personenstandsgesetz (PStG)"],
    remedies:
      "Lehnt das Standesamt ab, können Sie beim Amtsgericht eine Entscheidung beantragen.",
    assuranceLevel: "low",
    onlineMaturity: 3,
    formKey: "geburtsurkunde",
    officeSlug: local.offices.registry,
    keywords: ["Urkunde", "Geburt", "Standesamt", "Abstammungsurkunde", "Baby"],
  };
}

const keywordsOfPersonalausweis = [
  "Ausweis",
  "Perso",
  "Identitätskarte",
  "vorläufiger Personalausweis",
  "Passbild",
];

export function personalausweis(local: LocalFacts): DemoLeistung {
  return {
    slug: "personalausweis",
    leikaKey: "99008001012000",
    title: "Personalausweis",
    teaser:
      "Ihr Ausweis läuft ab, ist verloren oder es ist Ihr erster? Kommen Sie zu uns.",
    lifeSituation: "papers",
    whatToDo: [
      "Vereinbaren Sie einen Termin im Bürgerbüro.",
      "Kommen Sie selbst. Ihre Fingerabdrücke nehmen wir vor Ort.",
    ],
    prerequisites: [
      "Sie sind Deutsche oder Deutscher.",
      `Sie sind in ${local.place} gemeldet.`,
      "Unter 16 Jahren stellen die Eltern den Antrag.",
    ],
    documents: [
      "Alter Ausweis, Pass oder Geburtsurkunde",
      "Digitales Passbild, das Sie auch bei uns machen können",
    ],
    feeText:
      "37,00 Euro, unter 24 Jahren 22,80 Euro. Ein vorläufiger Ausweis kostet 10,00 Euro.",
    feeCents: 3_700,
    processingText:
      "In der Regel drei Wochen. Die Bundesdruckerei stellt den Ausweis her.",
    processingWorkingDays: 15,
    procedure: [
      "Wir prüfen, wer Sie sind, und bestellen den Ausweis.",
      "Sie bekommen einen Brief mit der PIN.",
      "Sie holen den Ausweis ab oder lassen ihn schicken.",
    ],
    afterSending: [],
    legalBases: [
      "§§ 1, 9 und 11 Personalausweisgesetz (PAuswG)",
      "Personalausweisgebührenverordnung (PAuswGebV)",
    ],
    remedies: widerspruch,
    assuranceLevel: "high",
    onlineMaturity: 0,
    formKey: null,
    officeSlug: local.offices.citizens,
    keywords: keywordsOfPersonalausweis,
  };
}

export function wohnsitz(local: LocalFacts): DemoLeistung {
  return {
    slug: "wohnsitz",
    leikaKey: "99115005104000",
    title: "Wohnsitz anmelden",
    teaser: `Sie sind ${local.movedTo} gezogen? Melden Sie Ihre neue Wohnung innerhalb von zwei Wochen an.`,
    lifeSituation: "moving",
    whatToDo: [
      "Lassen Sie sich die Bestätigung des Wohnungsgebers geben.",
      "Kommen Sie innerhalb von zwei Wochen nach dem Einzug in das Bürgerbüro.",
    ],
    prerequisites: ["Sie sind schon eingezogen. Vorher geht es nicht."],
    documents: [
      "Personalausweis oder Pass von allen, die einziehen",
      "Bestätigung des Wohnungsgebers",
      "Bei Kindern: Geburtsurkunde",
    ],
    feeText: "Gebührenfrei.",
    feeCents: 0,
    processingText: "Sofort im Termin.",
    processingWorkingDays: 0,
    procedure: [
      "Wir tragen Ihre neue Anschrift ein.",
      "Wir ändern die Anschrift auf Ihrem Ausweis.",
      "Beim alten Wohnort müssen Sie sich nicht abmelden.",
    ],
    afterSending: [],
    legalBases: ["§§ 17 und 19 Bundesmeldegesetz (BMG)"],
    remedies: widerspruch,
    assuranceLevel: "high",
    onlineMaturity: 0,
    formKey: null,
    officeSlug: local.offices.citizens,
    keywords: [
      "Ummeldung",
      "Umzug",
      "Anmeldung",
      "Adresse",
      "Meldebescheinigung",
      "Wohnung",
    ],
  };
}

export function wohngeld(local: LocalFacts): DemoLeistung {
  return {
    slug: "wohngeld",
    leikaKey: "99107023037000",
    title: "Wohngeld",
    teaser:
      "Ihr Einkommen reicht knapp und die Miete ist hoch? Dann können Sie einen Zuschuss bekommen.",
    lifeSituation: "support",
    whatToDo: [
      "Stellen Sie den Antrag früh. Wohngeld gibt es erst ab dem Monat des Antrags.",
      "Sammeln Sie die Unterlagen. Fehlende können Sie nachreichen.",
    ],
    prerequisites: [
      `Sie wohnen in ${local.place} zur Miete oder im eigenen Haus.`,
      "Sie bekommen kein Bürgergeld und keine Grundsicherung.",
    ],
    documents: [
      "Mietvertrag und letzte Mieterhöhung, oder Belastung durch das eigene Haus",
      "Nachweise über das Einkommen aller, die im Haushalt leben",
      "Kontoverbindung",
    ],
    feeText: "Gebührenfrei.",
    feeCents: 0,
    processingText: `In der Regel ${String(local.housingWeeks)} Wochen, wenn alles vorliegt.`,
    processingWorkingDays: local.housingWeeks * 5,
    procedure: [
      "Wir berechnen den Zuschuss.",
      "Sie bekommen einen Bescheid. Er gilt meist zwölf Monate.",
    ],
    afterSending: [
      "Ändert sich Ihr Einkommen oder Ihre Miete stark, sagen Sie uns Bescheid.",
    ],
    legalBases: ["Wohngeldgesetz (WoGG)"],
    remedies: widerspruch,
    assuranceLevel: "low",
    onlineMaturity: 1,
    formKey: null,
    officeSlug: local.offices.housing,
    keywords: [
      "Mietzuschuss",
      "Lastenzuschuss",
      "Miete",
      "Wohnkosten",
      "Zuschuss",
    ],
  };
}
