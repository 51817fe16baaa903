import type { Translations } from "../domain/form-definition.ts";
import { sharedTexts } from "./shared-texts.ts";

/** The registration of a dog in English and in Leichte Sprache. */
export const dogTaxTexts: Translations = {
  "": {
    en: {
      label: "Register a dog",
      help: "Register your dog for the dog tax.",
    },
    "de-simple": {
      label: "Einen Hund anmelden",
      help: "Für einen Hund müssen Sie Steuer bezahlen. Melden Sie Ihren Hund hier an.",
    },
  },
  "precheck:hier": {
    en: { label: "Do you live with the dog in this municipality?" },
    "de-simple": { label: "Wohnen Sie mit dem Hund hier im Ort?" },
  },
  "precheck:alt": {
    en: { label: "Is the dog older than three months?" },
    "de-simple": { label: "Ist der Hund älter als 3 Monate?" },
  },
  "outcome:0": {
    en: {
      content:
        "The dog tax is collected by the municipality where you live with the dog. Register it there.",
      label: "Find services of other authorities",
    },
    "de-simple": {
      content:
        "Sie wohnen in einem anderen Ort. Melden Sie den Hund dort an, wo Sie wohnen.",
      label: "Angebote von anderen Ämtern finden",
    },
  },
  "outcome:1": {
    en: {
      content:
        "A dog is registered once it is three months old. Please come back then.",
    },
    "de-simple": {
      content:
        "Ihr Hund ist noch zu jung. Kommen Sie wieder, wenn er 3 Monate alt ist.",
    },
  },
  "outcome:2": {
    en: { content: "Register your dog here." },
    "de-simple": { content: "Sie können Ihren Hund hier anmelden." },
  },
  "page:person": {
    en: { label: "Who keeps the dog?" },
    "de-simple": { label: "Wem gehört der Hund?" },
  },
  ...sharedTexts,
  "page:hunde": {
    en: { label: "Which dogs do you keep?" },
    "de-simple": { label: "Welche Hunde haben Sie?" },
  },
  hund: { en: { label: "Dog" }, "de-simple": { label: "Hund" } },
  "hund.rufname": {
    en: { label: "Name it is called by" },
    "de-simple": { label: "Wie heißt der Hund?" },
  },
  "hund.rasse": {
    en: {
      label: "Breed",
      help: "For a mongrel name the breeds you know of.",
    },
    "de-simple": {
      label: "Was für ein Hund ist das?",
      help: "Zum Beispiel: Dackel. Sind es mehrere Rassen? Schreiben Sie die Rassen, die Sie kennen.",
    },
  },
  "hund.geschlecht": {
    en: { label: "Sex", options: { huendin: "Female", ruede: "Male" } },
    "de-simple": {
      label: "Ist der Hund weiblich oder männlich?",
      options: { huendin: "weiblich (Hündin)", ruede: "männlich (Rüde)" },
    },
  },
  "hund.wurf": {
    en: {
      label: "Date of birth of the dog",
      help: "Roughly, if you do not know it exactly.",
    },
    "de-simple": {
      label: "Wann ist der Hund geboren?",
      help: "Wissen Sie es nicht genau? Dann schreiben Sie es ungefähr.",
    },
  },
  "hund.seit": {
    en: { label: "With you since" },
    "de-simple": { label: "Seit wann ist der Hund bei Ihnen?" },
  },
  "hund.gefaehrlich": {
    en: {
      label: "Is the dog classified as dangerous?",
      help: "The public order office's notice says so.",
    },
    "de-simple": {
      label: "Hat das Amt gesagt: Der Hund ist gefährlich?",
      help: "Das steht in einem Brief vom Ordnungs-Amt.",
    },
  },
  "hund.wesenstest": {
    en: { label: "When was the temperament test?" },
    "de-simple": {
      label: "Wann hat jemand geprüft, ob der Hund gefährlich ist?",
    },
  },
  "hund.chip": {
    en: { label: "Chip number" },
    "de-simple": { label: "Nummer vom Chip" },
  },
  "hund.steuer": {
    en: { label: "Tax per year" },
    "de-simple": { label: "So viel Steuer zahlen Sie im Jahr" },
  },
  summe: {
    en: {
      label: "Dog tax per year in total",
      help: "90 euros for each dog, 600 euros for each dangerous one. The tax assessment states the exact amount.",
    },
    "de-simple": {
      label: "So viel Steuer zahlen Sie im Jahr für alle Hunde",
      help: "Für einen Hund: 90 Euro. Für einen gefährlichen Hund: 600 Euro. Wir schreiben Ihnen, wie viel es genau ist.",
    },
  },
};
