import type { Translations } from "../domain/form-definition.ts";
import { sharedTexts } from "./shared-texts.ts";

/** The order of a container in English and in Leichte Sprache. */
export const containerOrderTexts: Translations = {
  "": {
    en: {
      label: "Order a container",
      help: "Order a container for rubble, garden waste or bulky waste.",
    },
    "de-simple": {
      label: "Einen Container bestellen",
      help: "Ein Container ist eine sehr große Kiste für Abfall.",
    },
  },
  "page:besteller": {
    en: { label: "Who orders it?" },
    "de-simple": { label: "Wer bestellt den Container?" },
  },
  ...sharedTexts,
  "page:container": {
    en: { label: "What do you need?" },
    "de-simple": { label: "Was brauchen Sie?" },
  },
  abfallart: {
    en: {
      label: "What do you throw into it?",
      options: {
        bauschutt: "Rubble",
        gruen: "Garden waste",
        sperrmuell: "Bulky waste",
      },
    },
    "de-simple": {
      label: "Was für Abfall haben Sie?",
      options: {
        bauschutt: "Steine und Putz",
        gruen: "Äste und Blätter",
        sperrmuell: "alte Möbel",
      },
    },
  },
  groesse: {
    en: {
      label: "How large should it be?",
      options: { 3: "3 cubic metres", 7: "7 cubic metres" },
    },
    "de-simple": {
      label: "Wie groß soll der Container sein?",
      options: { 3: "klein", 7: "groß" },
    },
  },
  termin: {
    en: {
      label: "When should it come?",
      help: "We come from Monday to Friday.",
    },
    "de-simple": {
      label: "An welchem Tag sollen wir den Container bringen?",
      help: "Wir kommen von Montag bis Freitag.",
    },
  },
  strasse: {
    en: { label: "Should it stand on the road or the pavement?" },
    "de-simple": { label: "Soll der Container auf der Straße stehen?" },
  },
  stellplatz: {
    en: { label: "Where exactly on the road should it stand?" },
    "de-simple": { label: "Wo genau soll der Container stehen?" },
  },
  sondernutzung: {
    en: {
      label: "Note",
      content: "For the road you need a permit of the town, too.",
    },
    "de-simple": {
      label: "Hinweis",
      content: "Für die Straße müssen Sie auch die Stadt fragen.",
    },
  },
  preis: {
    en: { label: "Price", help: "For delivery, ten days and collection." },
    "de-simple": {
      label: "So viel kostet es",
      help: "Wir bringen den Container. Nach 10 Tagen holen wir ihn ab.",
    },
  },
  bemerkung: {
    en: {
      label: "Is there anything to note?",
      help: "For example: a narrow driveway.",
    },
    "de-simple": {
      label: "Müssen wir noch etwas wissen?",
      help: "Zum Beispiel: Die Einfahrt ist eng.",
    },
  },
};
