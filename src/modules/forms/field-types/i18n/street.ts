import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** What to do about a street. */
export const streetErrors = {
  de: {
    street:
      "Geben Sie bei „{label}“ den Namen der Straße ein, zum Beispiel Am Packhof.",
  },
  en: {
    street:
      "Enter the name of the street at “{label}”, for example Am Packhof.",
  },
};

/** Words at a street. */
export const streetTexts = defineTexts(
  { suggestions: "Vorgeschlagene Straßen" },
  { suggestions: "Suggested streets" },
);

/** What the format is called where people choose one. */
export const streetName = {
  de: "Straße",
  en: "street",
};
