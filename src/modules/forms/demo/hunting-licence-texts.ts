import type { Translations } from "../domain/form-definition.ts";
import { sharedTexts } from "./shared-texts.ts";

/** The hunting licence in English and in Leichte Sprache. */
export const huntingLicenceTexts: Translations = {
  "": {
    en: {
      label: "Apply for a hunting licence",
      help: "With the licence you may hunt in Germany. The county issues it.",
      documents: ["Number of your present licence, if you have one"],
    },
    "de-simple": {
      label: "Antrag: Jagd-Schein",
      help: "Mit dem Jagd-Schein dürfen Sie jagen. Sie bekommen ihn vom Land-Kreis.",
      documents: [
        "Die Nummer von Ihrem alten Jagd-Schein, wenn Sie einen haben",
      ],
    },
  },
  "page:person": {
    en: { label: "Who is applying?" },
    "de-simple": { label: "Wer sind Sie?" },
  },
  ...sharedTexts,
  "antragsteller.geburtsort": {
    en: {
      label: "Place of birth",
      help: "We need it to ask the registers.",
    },
    "de-simple": {
      label: "In welchem Ort sind Sie geboren?",
      help: "Wir prüfen damit, ob wir den richtigen Menschen meinen.",
    },
  },
  "page:schein": {
    en: { label: "Which licence do you need?" },
    "de-simple": { label: "Was für einen Jagd-Schein brauchen Sie?" },
  },
  anlass: {
    en: {
      label: "What would you like?",
      options: {
        neu: "Apply for my first licence",
        verlaengerung: "Renew my licence",
      },
    },
    "de-simple": {
      label: "Was möchten Sie?",
      options: {
        neu: "Ich brauche zum ersten Mal einen Jagd-Schein",
        verlaengerung: "Ich habe einen Jagd-Schein. Er soll länger gelten.",
      },
    },
  },
  bisherigeNummer: {
    en: {
      label: "Number of your present licence",
      help: "It is on the first page.",
    },
    "de-simple": {
      label: "Nummer von Ihrem alten Jagd-Schein",
      help: "Die Nummer steht auf der ersten Seite.",
    },
  },
  art: {
    en: {
      label: "How long should it be valid?",
      options: {
        jahr: "One hunting year",
        dreijahre: "Three hunting years",
        tage: "14 days (day licence)",
        jugend: "One hunting year, from age 16 (youth licence)",
      },
    },
    "de-simple": {
      label: "Wie lange soll er gelten?",
      options: {
        jahr: "1 Jahr",
        dreijahre: "3 Jahre",
        tage: "14 Tage",
        jugend: "1 Jahr. Ich bin 16 oder 17 Jahre alt.",
      },
    },
  },
  beginn: {
    en: {
      label: "From when should it be valid?",
      help: "A hunting year runs from 1 April to 31 March. For example 1 4 2027.",
    },
    "de-simple": {
      label: "Ab welchem Tag soll er gelten?",
      help: "Zum Beispiel: 1 4 2027.",
    },
  },
  gebuehr: {
    en: { label: "Fee", help: "The hunting levy comes on top." },
    "de-simple": {
      label: "So viel kostet der Jagd-Schein",
      help: "Dazu kommt noch eine Abgabe für die Jagd.",
    },
  },
  "page:nachweise": {
    en: { label: "Your documents" },
    "de-simple": { label: "Diese Papiere brauchen wir" },
  },
  zeugnis: {
    en: {
      label: "Certificate of the hunting examination",
      help: "A photo is enough. Everything must be readable.",
    },
    "de-simple": {
      label: "Zeugnis von Ihrer Jäger-Prüfung",
      help: "Machen Sie ein Foto. Man muss alles lesen können.",
    },
  },
  versicherung: {
    en: { label: "Hunting liability insurance" },
    "de-simple": { label: "Versicherung für die Jagd" },
  },
  "versicherung.gesellschaft": {
    en: { label: "Name of the insurance company" },
    "de-simple": { label: "Wie heißt die Versicherung?" },
  },
  "versicherung.nummer": {
    en: { label: "Number of the contract" },
    "de-simple": { label: "Nummer von Ihrem Vertrag" },
  },
  versicherungsnachweis: {
    en: {
      label: "Proof of insurance",
      help: "The confirmation that your insurance company issues for the authority.",
    },
    "de-simple": {
      label: "Brief von der Versicherung",
      help: "In dem Brief steht: Sie sind versichert.",
    },
  },
  passbild: {
    en: {
      label: "Passport photo",
      help: "You can also bring it when you collect the licence.",
    },
    "de-simple": {
      label: "Foto von Ihrem Gesicht",
      help: "Sie können das Foto auch später mitbringen.",
    },
  },
  "page:bestaetigung": {
    en: { label: "Two more confirmations" },
    "de-simple": { label: "Bitte 2 Mal zustimmen" },
  },
  zuverlaessigkeit: {
    en: {
      label: "Check of reliability",
      help: "For this we ask the Federal Central Register, the police and the Office for the Protection of the Constitution (section 17 of the Federal Hunting Act, section 5(5) of the Weapons Act).",
      options: { ja: "Yes, I confirm this." },
    },
    "de-simple": {
      label: "Wir fragen bei anderen Ämtern nach",
      help: "Wir fragen auch die Polizei. Das ist so im Gesetz.",
      options: { ja: "Ja, das dürfen Sie." },
    },
  },
  richtigkeit: {
    en: {
      label: "Correctness",
      help: "All information is correct to the best of my knowledge.",
      options: { ja: "Yes, I confirm this." },
    },
    "de-simple": {
      label: "Stimmt alles?",
      help: "Alles, was Sie geschrieben haben, muss stimmen.",
      options: { ja: "Ja, alles stimmt." },
    },
  },
  "check:alter": {
    en: {
      label:
        "At 16 and 17 there is the youth licence, from 18 the others. Your date of birth does not fit.",
    },
    "de-simple": {
      label:
        "Mit 16 oder 17 Jahren gibt es nur den Schein für junge Menschen. Stimmt Ihr Geburts-Tag?",
    },
  },
  "check:nicht-vergangen": {
    en: { label: "This day is over. Enter a later one." },
    "de-simple": { label: "Der Tag ist vorbei. Geben Sie einen anderen ein." },
  },
};
