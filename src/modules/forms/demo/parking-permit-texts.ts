import type { Translations } from "../domain/form-definition.ts";
import { sharedTexts } from "./shared-texts.ts";

/** The parking permit in English and in Leichte Sprache: short sentences, one thought each, no abbreviations. */
export const parkingPermitTexts: Translations = {
  "": {
    en: {
      label: "Apply for a resident parking permit",
      help: "With the permit you park in the spaces for residents of your area.",
      documents: ["Number of your present permit, if you have one"],
    },
    "de-simple": {
      label: "Antrag: Park-Ausweis für Bewohner",
      help: "Mit dem Park-Ausweis dürfen Sie nah bei Ihrer Wohnung parken.",
      documents: ["Die Nummer von Ihrem alten Ausweis, wenn Sie einen haben"],
    },
  },
  "page:person": {
    en: { label: "Who is applying?" },
    "de-simple": { label: "Wer sind Sie?" },
  },
  ...sharedTexts,
  "page:ausweis": {
    en: { label: "Which permit do you need?" },
    "de-simple": { label: "Was für einen Park-Ausweis brauchen Sie?" },
  },
  anlass: {
    en: {
      label: "What would you like?",
      options: {
        neu: "I need a new permit",
        verlaengerung: "I want to renew my permit",
        kennzeichen: "My licence plate has changed",
      },
    },
    "de-simple": {
      label: "Was möchten Sie?",
      options: {
        neu: "Ich brauche einen neuen Park-Ausweis",
        verlaengerung: "Ich habe einen Park-Ausweis. Er soll länger gelten.",
        kennzeichen: "Mein Auto hat ein neues Nummern-Schild",
      },
    },
  },
  bisherigeNummer: {
    en: {
      label: "Number of your present permit",
      help: "Only if you already have a permit. The number is at the top right.",
    },
    "de-simple": {
      label: "Nummer von Ihrem alten Park-Ausweis",
      help: "Haben Sie schon einen Park-Ausweis? Die Nummer steht oben rechts.",
    },
  },
  dauer: {
    en: {
      label: "How long should the permit be valid?",
      options: { "12": "12 months", "24": "24 months" },
    },
    "de-simple": {
      label: "Wie lange soll der Park-Ausweis gelten?",
      options: { "12": "1 Jahr", "24": "2 Jahre" },
    },
  },
  beginn: {
    en: {
      label: "From when should it be valid?",
      help: "Tomorrow at the earliest. For example 1 9 2026.",
    },
    "de-simple": {
      label: "Ab welchem Tag soll er gelten?",
      help: "Frühestens morgen. Zum Beispiel: 1 9 2026.",
    },
  },
  ende: {
    en: { label: "Valid until" },
    "de-simple": { label: "Bis zu diesem Tag gilt er" },
  },
  gebuehr: {
    en: { label: "Fee" },
    "de-simple": { label: "So viel kostet der Park-Ausweis" },
  },
  "check:volljaehrig": {
    en: {
      label: "Only adults can apply for the permit. Check the date of birth.",
    },
    "de-simple": {
      label: "Sie müssen 18 Jahre alt sein. Stimmt Ihr Geburts-Tag?",
    },
  },
  "check:fruehestens-morgen": {
    en: {
      label:
        "The permit can be valid from tomorrow at the earliest. Enter a later day.",
    },
    "de-simple": {
      label: "Der Tag ist zu früh. Der Park-Ausweis gilt frühestens ab morgen.",
    },
  },
  "page:fahrzeug": {
    en: { label: "Which vehicle do you drive?" },
    "de-simple": { label: "Welches Auto fahren Sie?" },
  },
  hinweis: {
    en: {
      label: "Note",
      content:
        "You can give up to three licence plates. The permit is valid for one vehicle at a time.",
    },
    "de-simple": {
      label: "Gut zu wissen",
      content:
        "Sie dürfen 3 Autos angeben. Der Park-Ausweis gilt immer nur für ein Auto.",
    },
  },
  fahrzeug: {
    en: { label: "Vehicle" },
    "de-simple": { label: "Auto" },
  },
  "fahrzeug.kennzeichen": {
    en: { label: "Licence plate" },
    "de-simple": { label: "Was steht auf dem Nummern-Schild?" },
  },
  "fahrzeug.eigenes": {
    en: { label: "Is the vehicle registered in your name?" },
    "de-simple": { label: "Gehört das Auto Ihnen?" },
  },
  fahrzeugschein: {
    en: {
      label: "Vehicle registration",
      help: "A photo is enough. Everything must be readable.",
    },
    "de-simple": {
      label: "Der Fahrzeug-Schein",
      help: "Machen Sie ein Foto. Man muss alles lesen können.",
    },
  },
  ueberlassung: {
    en: {
      label: "Permission of the owner",
      help: "Only if the vehicle belongs to somebody else.",
    },
    "de-simple": {
      label: "Erlaubnis vom Besitzer",
      help: "Nur wenn das Auto einer anderen Person gehört.",
    },
  },
  "page:einwilligung": {
    en: { label: "Two more confirmations" },
    "de-simple": { label: "Noch 2 Fragen" },
  },
  melderegister: {
    en: {
      label: "Check with the register of residents",
      help: "With it we check that you are registered in the area.",
      options: { ja: "Yes, I confirm this." },
    },
    "de-simple": {
      label: "Dürfen wir nachsehen, wo Sie wohnen?",
      help: "Die Stadt weiß, wer wo wohnt. Wir sehen dort nach.",
      options: { ja: "Ja, das dürfen Sie." },
    },
  },
  richtigkeit: {
    en: {
      label: "Your answers are correct",
      help: "All answers are correct to the best of your knowledge.",
      options: { ja: "Yes, I confirm this." },
    },
    "de-simple": {
      label: "Stimmt alles?",
      help: "Alles, was Sie geschrieben haben, muss stimmen.",
      options: { ja: "Ja, alles stimmt." },
    },
  },
  "precheck:wohnsitz": {
    en: { label: "Do you live in the area where you want to park?" },
    "de-simple": { label: "Wohnen Sie da, wo Sie parken möchten?" },
  },
  "precheck:gemeldet": {
    en: { label: "Is that address registered as your main residence?" },
    "de-simple": { label: "Ist die Wohnung bei der Stadt angemeldet?" },
  },
  "outcome:0": {
    en: {
      content:
        "The permit is only for people who live in the area. As a visitor you can use a parking space with a meter.",
    },
    "de-simple": {
      content:
        "Der Park-Ausweis ist nur für Bewohner. Als Besucher brauchen Sie einen Park-Schein.",
    },
  },
  "outcome:1": {
    en: {
      content:
        "Register your main residence at the citizens' office first. Then you can apply for the permit.",
    },
    "de-simple": {
      content:
        "Melden Sie zuerst Ihre Wohnung an. Danach bekommen Sie den Park-Ausweis.",
    },
  },
  "outcome:2": {
    en: {
      content: "You can apply for the permit.",
    },
    "de-simple": {
      content: "Sie können den Park-Ausweis bekommen.",
    },
  },
};
