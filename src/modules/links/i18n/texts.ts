import { defineTexts } from "../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

export const linkTexts = defineTexts(de, en);

/** Name of one of these texts. */
type LinkKey = keyof typeof de;

/** True for the name of one of these texts. */
export const isLinkKey = (key: string): key is LinkKey =>
  Object.hasOwn(de, key);
