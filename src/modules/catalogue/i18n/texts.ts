import { defineTexts } from "../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

export const catalogueTexts = defineTexts(de, en);

/** Name of one of these texts. */
export type CatalogueKey = keyof typeof de;
