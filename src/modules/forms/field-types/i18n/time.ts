import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** What to do about a time. */
export const timeErrors = {
  de: {
    "required-time":
      "Geben Sie bei „{label}“ eine Uhrzeit ein, zum Beispiel 8:30.",
    time: "Geben Sie die Uhrzeit bei „{label}“ so ein: 8:30",
  },
  en: {
    "required-time": "Enter a time at “{label}”, for example 8:30.",
    time: "Enter the time at “{label}” like this: 8:30",
  },
};

/** Words at a time. */
export const timeTexts = defineTexts(
  {
    hint: "Zum Beispiel 8:30 oder 830",
    suffix: "Uhr",
    shown: "{time} Uhr",
  },
  {
    hint: "For example 8:30 or 830",
    suffix: "o’clock",
    shown: "{time}",
  },
);
