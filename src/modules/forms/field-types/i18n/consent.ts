import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** What to do about a statement to agree to. */
export const consentErrors = {
  de: {
    "required-consent":
      "Setzen Sie das Häkchen bei „{label}“, wenn Sie einverstanden sind. Ohne diese Erklärung können Sie den Antrag nicht online stellen.",
  },
  en: {
    "required-consent":
      "Tick the box at “{label}” if you agree. Without this statement you cannot apply online.",
  },
};

/** How a given consent reads in a summary. */
export const consentTexts = defineTexts(
  { given: "Ja, ich bin einverstanden" },
  { given: "Yes, I agree" },
);
