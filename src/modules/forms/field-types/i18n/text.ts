import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** How much room a long text has. `{count}` is filled in by the browser. */
export const textTexts = defineTexts(
  {
    limit: "Höchstens {max} Zeichen.",
    left: "Noch {count} Zeichen",
    over: "{count} Zeichen zu viel",
  },
  {
    limit: "At most {max} characters.",
    left: "{count} characters left",
    over: "{count} characters too many",
  },
);
