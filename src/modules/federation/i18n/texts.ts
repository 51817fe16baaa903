import { defineTexts } from "../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Texts of this module. */
export const federationTexts = defineTexts(de, en);
