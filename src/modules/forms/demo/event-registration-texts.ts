import type { Translations } from "../domain/form-definition.ts";
import { sharedTexts } from "./shared-texts.ts";

/** The registration of an event in English and in Leichte Sprache. */
export const eventRegistrationTexts: Translations = {
  "": {
    en: {
      label: "Register an event",
      help: "Register a public festival, market or parade.",
    },
    "de-simple": {
      label: "Eine Veranstaltung anmelden",
      help: "Zum Beispiel: ein Fest, einen Markt oder einen Umzug.",
    },
  },
  "page:veranstalter": {
    en: { label: "Who organises it?" },
    "de-simple": { label: "Wer macht die Veranstaltung?" },
  },
  organisation: {
    en: { label: "Name of the association or company" },
    "de-simple": { label: "Name vom Verein oder von der Firma" },
  },
  ...sharedTexts,
  "page:veranstaltung": {
    en: { label: "What are you planning?" },
    "de-simple": { label: "Was planen Sie?" },
  },
  titel: {
    en: { label: "Name of the event" },
    "de-simple": { label: "Wie heißt die Veranstaltung?" },
  },
  art: {
    en: {
      label: "Kind of event",
      options: {
        strassenfest: "Street festival",
        markt: "Market",
        konzert: "Concert",
        umzug: "Parade or procession",
        sport: "Sports event",
        feuerwerk: "Fireworks",
        kirmes: "Funfair",
        sonstige: "Something else",
      },
    },
    "de-simple": {
      label: "Was für eine Veranstaltung ist es?",
      options: {
        strassenfest: "Straßen-Fest",
        markt: "Markt",
        konzert: "Konzert",
        umzug: "Umzug",
        sport: "Sport",
        feuerwerk: "Feuer-Werk",
        kirmes: "Jahr-Markt",
        sonstige: "Etwas anderes",
      },
    },
  },
  beschreibung: {
    en: {
      label: "What is planned?",
      help: "In a few sentences: course of events, stages, stalls, music.",
    },
    "de-simple": {
      label: "Was passiert bei der Veranstaltung?",
      help: "Schreiben Sie ein paar Sätze. Gibt es eine Bühne? Gibt es Stände? Gibt es Musik?",
    },
  },
  besucher: {
    en: {
      label: "How many people do you expect?",
      help: "An estimate is enough.",
    },
    "de-simple": {
      label: "Wie viele Menschen kommen?",
      help: "Schreiben Sie ungefähr, wie viele.",
    },
  },
  musik: {
    en: { label: "Is there amplified music?" },
    "de-simple": { label: "Gibt es laute Musik?" },
  },
  alkohol: {
    en: {
      label: "Will alcohol be served?",
      help: "You may need a further permit for that.",
    },
    "de-simple": {
      label: "Gibt es Alkohol zu trinken?",
      help: "Dafür brauchen Sie vielleicht noch eine Erlaubnis.",
    },
  },
  ausschank: {
    en: {
      label: "Who serves it?",
      help: "Name of the business or association. You apply separately for the permission under section 12 of the Restaurants Act.",
    },
    "de-simple": {
      label: "Wer verkauft den Alkohol?",
      help: "Schreiben Sie den Namen. Für Alkohol gibt es einen eigenen Antrag.",
    },
  },
  strecke: {
    en: { label: "Which way does the parade take?" },
    "de-simple": { label: "Auf welchem Weg geht der Umzug?" },
  },
  "page:zeitUndOrt": {
    en: { label: "When and where?" },
    "de-simple": { label: "Wann und wo?" },
  },
  hinweis: {
    en: {
      label: "Note",
      content: "Enter each day by itself, also setting up and taking down.",
    },
    "de-simple": {
      label: "Gut zu wissen",
      content:
        "Schreiben Sie jeden Tag einzeln auf. Auch die Tage für Aufbau und Abbau.",
    },
  },
  tag: { en: { label: "Day" }, "de-simple": { label: "Tag" } },
  "tag.datum": {
    en: { label: "Date" },
    "de-simple": { label: "Welcher Tag ist es?" },
  },
  "tag.beginn": {
    en: { label: "Begin" },
    "de-simple": { label: "Wann fängt es an?" },
  },
  "tag.ende": {
    en: { label: "End" },
    "de-simple": { label: "Wann hört es auf?" },
  },
  flaechen: {
    en: {
      label: "Street or square",
      help: "Use the button below for further places.",
    },
    "de-simple": {
      label: "Straße oder Platz",
      help: "Sind es mehrere? Dann drücken Sie auf den Knopf.",
    },
  },
  "page:unterlagen": {
    en: { label: "Documents" },
    "de-simple": { label: "Unterlagen" },
  },
  lageplan: {
    en: {
      label: "Site plan",
      help: "A sketch with stages, stalls and escape routes.",
    },
    "de-simple": {
      label: "Eine Zeichnung vom Platz",
      help: "Zeichnen Sie: Wo ist die Bühne? Wo sind die Stände? Wo kommt Hilfe durch?",
    },
  },
  sicherheitskonzept: {
    en: {
      label: "Safety concept",
      help: "Needed from 5,000 expected people on.",
    },
    "de-simple": {
      label: "Plan für die Sicherheit",
      help: "Nur wenn 5000 Menschen oder mehr kommen.",
    },
  },
  weitere: {
    en: { label: "Further documents" },
    "de-simple": { label: "Andere Unterlagen" },
  },
  ansprechperson: {
    en: { label: "Contact on site" },
    "de-simple": { label: "Wer ist da und kann helfen?" },
  },
  "ansprechperson.name": {
    en: { label: "Name" },
    "de-simple": { label: "Name" },
  },
  "ansprechperson.mobil": {
    en: { label: "Mobile number" },
    "de-simple": { label: "Handy-Nummer" },
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
  "check:ende-nach-beginn": {
    en: { label: "The end must be after the beginning. Check both times." },
    "de-simple": { label: "Das Ende ist vor dem Anfang. Stimmen die Zeiten?" },
  },
};
