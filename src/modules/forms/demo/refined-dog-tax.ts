import type { Answers } from "../domain/answers.ts";
import type { Overlay } from "../domain/overlay/overlay.ts";
import { dogTax } from "./dog-tax.ts";

const start = {
  formatVersion: 1,
  formKey: dogTax.key,
  basedOn: { version: dogTax.version },
} as const;

/** What is asked of everybody, with these dates of the dog, and what else is known of it. */
function application(wurf: string, seit: string, dog: Answers = {}): Answers {
  return {
    antragsteller: [
      {
        vorname: ["Erika"],
        familienname: ["Musterfrau"],
        geburtsdatum: ["1964-08-12"],
        email: ["erika@example.org"],
      },
    ],
    anschrift: [
      {
        strasse: ["Am Markt"],
        hausnummer: ["1"],
        postleitzahl: ["19300"],
        ort: ["Grabow"],
      },
    ],
    hund: [
      {
        rufname: ["Wuffel"],
        rasse: ["Dackel"],
        geschlecht: ["ruede"],
        wurf: [wurf],
        seit: [seit],
        ...dog,
      },
    ],
  };
}

/** How the county refines the form for all its communes. */
export const dogTaxOfCounty: Overlay = {
  ...start,
  documents: [
    "Impfpass oder Kaufvertrag des Hundes",
    "Nummer des Chips, wenn er einen hat",
  ],
  minutes: 5,
  elements: {
    "hund.rasse": {
      label: "Welche Rasse hat der Hund?",
      help: "Wie im Impfpass. Bei Mischlingen nennen Sie die Rassen, die Sie kennen.",
    },
    "hund.seit": { label: "Seit wann ist der Hund bei Ihnen?" },
    "hund.chip": { requiredWhen: "answered(gefaehrlich) && gefaehrlich" },
  },
  checks: {
    reihenfolge: {
      rule: "wurf <= seit",
      message:
        "Prüfen Sie beide Daten: Der Hund kann nicht vor seinem Geburtstag zu Ihnen gekommen sein.",
      elementPath: "hund.seit",
    },
  },
  translations: {
    "hund.rasse": {
      "de-simple": { label: "Was für ein Hund ist das?" },
      en: { label: "What breed is the dog?" },
    },
    "hund.seit": { en: { label: "Since when has the dog been with you?" } },
  },
  examples: [
    {
      title: "Welpe, mit zehn Wochen gekauft",
      answers: application("2026-01-10", "2026-03-21"),
      today: "2026-04-01",
      expect: { valid: true },
    },
    {
      title: "Hund, der vor seinem Geburtstag kam",
      answers: application("2026-03-21", "2026-01-10"),
      today: "2026-04-01",
      expect: { errors: ["hund.0.seit.0 check:reihenfolge"], valid: false },
    },
    {
      title: "Gefährlicher Hund ohne Chip",
      answers: application("2026-01-10", "2026-03-21", {
        gefaehrlich: ["true"],
        wesenstest: ["2026-03-30"],
      }),
      today: "2026-04-01",
      expect: {
        visible: ["hund.0.wesenstest.0"],
        errors: ["hund.0.chip.0 required"],
        valid: false,
      },
    },
  ],
};

/** What one town says differently. */
export const dogTaxOfGrabow: Overlay = {
  ...start,
  elements: { "hund.rufname": { label: "Wie heißt Ihr Hund?" } },
};
