import type { Translations } from "../domain/form-definition.ts";

/** What every demo form asks, in English and in Leichte Sprache. */
export const sharedTexts: Translations = {
  antragsteller: {
    en: { label: "Your details" },
    "de-simple": { label: "Angaben zu Ihnen" },
  },
  "antragsteller.vorname": {
    en: { label: "Given names", help: "All given names as on your ID card." },
    "de-simple": {
      label: "Ihr Vorname",
      help: "Schreiben Sie alle Vornamen. Sie stehen auf Ihrem Ausweis.",
    },
  },
  "antragsteller.familienname": {
    en: { label: "Family name" },
    "de-simple": { label: "Ihr Nachname" },
  },
  "antragsteller.geburtsdatum": {
    en: { label: "Date of birth" },
    "de-simple": { label: "Wann sind Sie geboren?" },
  },
  "antragsteller.email": {
    en: {
      label: "Email",
      help: "We write to this address when there is something new.",
    },
    "de-simple": {
      label: "Ihre E-Mail-Adresse",
      help: "Wir schreiben Ihnen an diese Adresse.",
    },
  },
  "antragsteller.telefon": {
    en: { label: "Phone", help: "For questions during the day." },
    "de-simple": {
      label: "Ihre Telefon-Nummer",
      help: "Vielleicht haben wir eine Frage. Dann rufen wir Sie an.",
    },
  },
  anschrift: {
    en: { label: "Your address" },
    "de-simple": { label: "Wo wohnen Sie?" },
  },
  "anschrift.strasse": {
    en: { label: "Street" },
    "de-simple": { label: "Ihre Straße" },
  },
  "anschrift.hausnummer": {
    en: { label: "House number", help: "With its letter, for example 12 a." },
    "de-simple": {
      label: "Ihre Haus-Nummer",
      help: "Zum Beispiel: 12 a.",
    },
  },
  "anschrift.postleitzahl": {
    en: { label: "Postcode" },
    "de-simple": { label: "Ihre Post-Leit-Zahl" },
  },
  "anschrift.ort": {
    en: { label: "Town" },
    "de-simple": { label: "Ihr Wohn-Ort" },
  },
};
