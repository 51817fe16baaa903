import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** Hints at a text. `{count}` is filled in by the browser. */
export const textTexts = defineTexts(
  {
    example: "Zum Beispiel {example}",
    limit: "Höchstens {max} Zeichen.",
    left: "Noch {count} Zeichen",
    over: "{count} Zeichen zu viel",
  },
  {
    example: "For example {example}",
    limit: "At most {max} characters.",
    left: "{count} characters left",
    over: "{count} characters too many",
  },
);
