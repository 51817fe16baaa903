import { defineTexts } from "../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

export const exchangeTexts = defineTexts(de, en);

/** True for the name of one of these texts. */
export function isExchangeKey(key: string): key is keyof typeof de {
  return Object.hasOwn(de, key);
}
