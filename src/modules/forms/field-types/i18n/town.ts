import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** What to do about a town. */
export const townErrors = {
  de: {
    town: "Geben Sie bei „{label}“ den Namen des Ortes ein, zum Beispiel Schwerin.",
  },
  en: {
    town: "Enter the name of the town at “{label}”, for example Schwerin.",
  },
};

/** Words at a town. */
export const townTexts = defineTexts(
  { suggestions: "Vorgeschlagene Orte" },
  { suggestions: "Suggested towns" },
);

/** What the format is called where people choose one. */
export const townName = {
  de: "Ort",
  en: "town",
};
