import {
  afterSendingOnline,
  euros,
  widerspruch,
  type DemoLeistung,
  type LocalFacts,
} from "./demo-leistung.ts";

export function gewerbeanmeldung(local: LocalFacts): DemoLeistung {
  return {
    slug: "gewerbeanmeldung",
    leikaKey: "99050012104000",
    title: "Gewerbeanmeldung",
    teaser: `Sie machen sich in ${local.place} selbstständig oder eröffnen eine Filiale? Melden Sie Ihr Gewerbe an.`,
    lifeSituation: "work",
    whatToDo: [
      "Klären Sie, ob Ihre Tätigkeit eine Erlaubnis braucht, zum Beispiel als Makler oder im Handwerk.",
      "Melden Sie das Gewerbe an, sobald Sie beginnen.",
    ],
    prerequisites: [
      `Der Betrieb liegt in ${local.place}.`,
      "Sie arbeiten selbstständig, auf Dauer und um Geld zu verdienen. Freie Berufe melden kein Gewerbe an.",
    ],
    documents: [
      "Personalausweis oder Pass",
      "Bei GmbH und anderen Gesellschaften: Auszug aus dem Handelsregister",
      "Im Handwerk: Handwerkskarte",
    ],
    feeText: `${euros(local.tradeFeeCents)}.`,
    feeCents: local.tradeFeeCents,
    processingText: "In der Regel drei Arbeitstage.",
    processingWorkingDays: 3,
    procedure: [
      "Wir prüfen Ihre Angaben und stellen den Gewerbeschein aus.",
      "Wir geben die Anmeldung an Finanzamt, Kammer und Berufsgenossenschaft weiter.",
    ],
    afterSending: [
      "Sie bekommen den Gewerbeschein mit der Post.",
      "Das Finanzamt schickt Ihnen einen Fragebogen.",
    ],
    legalBases: ["§ 14 Gewerbeordnung (GewO)", "§ 15 Gewerbeordnung (GewO)"],
    remedies: widerspruch,
    assuranceLevel: "low",
    onlineMaturity: 1,
    formKey: null,
    officeSlug: local.offices.trade,
    keywords: [
      "Gewerbeschein",
      "Selbstständigkeit",
      "Existenzgründung",
      "Firma",
      "Betrieb",
    ],
  };
}

export function hundesteuer(local: LocalFacts): DemoLeistung {
  return {
    slug: "hundesteuer",
    leikaKey: "99102013104000",
    title: "Hundesteuer-Anmeldung",
    teaser: `Sie haben einen Hund und wohnen in ${local.place}? Melden Sie ihn innerhalb von zwei Wochen an.`,
    lifeSituation: "leisure",
    whatToDo: [
      "Melden Sie den Hund innerhalb von 14 Tagen an.",
      "Halten Sie die Chipnummer bereit, wenn der Hund einen Chip hat.",
    ],
    prerequisites: [
      "Der Hund ist älter als drei Monate.",
      `Sie halten ihn in ${local.place}.`,
    ],
    documents: [
      "Impfpass oder Kaufvertrag, wenn vorhanden",
      "Für eine Ermäßigung: Nachweis, zum Beispiel Schwerbehindertenausweis",
    ],
    // What the form works out for all demo authorities: forms/demo/dog-tax.ts.
    feeText:
      "Die Anmeldung ist gebührenfrei. Die Steuer beträgt im Jahr 90 Euro für jeden Hund, 600 Euro für jeden gefährlichen.",
    feeCents: 0,
    processingText: "In der Regel zehn Arbeitstage.",
    processingWorkingDays: 10,
    procedure: [
      "Wir setzen die Steuer fest.",
      "Sie bekommen den Bescheid und die Hundemarke.",
    ],
    afterSending: [
      ...afterSendingOnline,
      "Der Hund trägt die Marke draußen am Halsband.",
    ],
    legalBases: [
      "Satzung über die Erhebung der Hundesteuer",
      "§ 3 Kommunalabgabengesetz Mecklenburg-Vorpommern (KAG M-V)",
    ],
    remedies: widerspruch,
    assuranceLevel: "none",
    onlineMaturity: 3,
    formKey: "hundesteuer",
    officeSlug: local.offices.tax,
    keywords: ["Hund", "Hundemarke", "Haustier", "Steuer"],
  };
}
