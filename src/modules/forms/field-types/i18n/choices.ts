import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** Answers that the portal itself offers. */
export const choiceTexts = defineTexts(
  { yes: "Ja", no: "Nein", "no-answer": "Keine Angabe" },
  { yes: "Yes", no: "No", "no-answer": "No answer" },
);
