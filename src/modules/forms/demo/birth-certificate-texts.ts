import type { Translations } from "../domain/form-definition.ts";
import { sharedTexts } from "./shared-texts.ts";

/** The birth certificate in English and in Leichte Sprache. */
export const birthCertificateTexts: Translations = {
  "": {
    en: {
      label: "Order a birth certificate",
      help: "Order a certificate from the register of births.",
    },
    "de-simple": {
      label: "Geburts-Urkunde bestellen",
      help: "In der Urkunde steht, wann und wo ein Mensch geboren ist.",
    },
  },
  "page:person": {
    en: { label: "Who orders?" },
    "de-simple": { label: "Wer bestellt?" },
  },
  ...sharedTexts,
  "page:urkunde": {
    en: { label: "Which certificate do you need?" },
    "de-simple": { label: "Welche Urkunde brauchen Sie?" },
  },
  kind: {
    en: { label: "Person whose birth it is about" },
    "de-simple": { label: "Um diesen Menschen geht es" },
  },
  "kind.vorname": {
    en: { label: "Given name at birth" },
    "de-simple": { label: "Vorname bei der Geburt" },
  },
  "kind.familienname": {
    en: { label: "Family name at birth" },
    "de-simple": { label: "Nachname bei der Geburt" },
  },
  "kind.geburtsdatum": {
    en: { label: "Date of birth" },
    "de-simple": { label: "Wann ist der Mensch geboren?" },
  },
  "kind.geburtsort": {
    en: { label: "Place of birth" },
    "de-simple": { label: "Wo ist der Mensch geboren?" },
  },
  verhaeltnis: {
    en: {
      label: "How are you related to this person?",
      options: {
        selbst: "It is me",
        kind: "It is my child",
        elternteil: "It is my mother or my father",
        ehe: "We are married or in a registered partnership",
        andere: "In another way",
      },
    },
    "de-simple": {
      label: "Wer ist der Mensch für Sie?",
      options: {
        selbst: "Das bin ich selbst",
        kind: "Das ist mein Kind",
        elternteil: "Das ist meine Mutter oder mein Vater",
        ehe: "Wir sind verheiratet",
        andere: "Etwas anderes",
      },
    },
  },
  interesse: {
    en: {
      label: "What do you need the certificate for?",
      help: "Describe your legal interest (section 62(1) of the Civil Status Act).",
    },
    "de-simple": {
      label: "Wofür brauchen Sie die Urkunde?",
      help: "Schreiben Sie, warum Sie die Urkunde haben dürfen.",
    },
  },
  art: {
    en: {
      label: "Kind of certificate",
      options: {
        national: "Birth certificate in German",
        international: "Multilingual birth certificate",
        register: "Printout of the register of births",
      },
    },
    "de-simple": {
      label: "Welche Urkunde möchten Sie?",
      options: {
        national: "Urkunde auf Deutsch",
        international: "Urkunde in mehreren Sprachen",
        register: "Seite aus dem Geburten-Register",
      },
    },
  },
  anzahl: {
    en: { label: "How many" },
    "de-simple": { label: "Wie viele möchten Sie?" },
  },
  gebuehr: {
    en: {
      label: "Fee",
      help: "12 euros for the first, 6 euros for each further certificate.",
    },
    "de-simple": {
      label: "So viel kostet es",
      help: "Eine Urkunde kostet 12 Euro. Jede weitere kostet 6 Euro.",
    },
  },
  ausweis: {
    en: { label: "Copy of your ID card", help: "Front and back in one file." },
    "de-simple": {
      label: "Foto von Ihrem Ausweis",
      help: "Wir brauchen die vordere und die hintere Seite.",
    },
  },
  zustellung: {
    en: { label: "How would you like to receive the certificate?" },
    "de-simple": { label: "Wie bekommen Sie die Urkunde?" },
  },
  "zustellung.abholung": {
    en: {
      label: "I collect it",
      options: {
        standesamt: "At the registry office",
        buergerbuero: "At the citizens' office",
      },
    },
    "de-simple": {
      label: "Ich hole die Urkunde ab",
      options: { standesamt: "Im Standes-Amt", buergerbuero: "Im Bürger-Büro" },
    },
  },
  "zustellung.post": {
    en: { label: "By post" },
    "de-simple": { label: "Mit der Post" },
  },
  "zustellung.post.empfaenger": {
    en: { label: "Name on the envelope" },
    "de-simple": { label: "Name auf dem Brief" },
  },
  "zustellung.post.anschrift": {
    en: { label: "Address" },
    "de-simple": { label: "Straße und Ort auf dem Brief" },
  },
  "check:mindestalter": {
    en: {
      label:
        "Only people who are at least 16 years old can order a certificate (section 62(1) of the Civil Status Act). Check the date of birth.",
    },
    "de-simple": {
      label: "Sie müssen 16 Jahre alt sein. Stimmt Ihr Geburts-Tag?",
    },
  },
  "check:selbst": {
    en: {
      label:
        "You order your own certificate. Your date of birth in the first step is different. Check both.",
    },
    "de-simple": {
      label:
        "Sie haben 2 verschiedene Geburts-Tage geschrieben. Welcher stimmt?",
    },
  },
};
