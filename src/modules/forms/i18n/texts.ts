import { defineTexts } from "../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Texts of the forms module. */
export const formsTexts = defineTexts(de, en);
