import { defineTexts } from "../../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Texts of the receipt and the application as PDF. */
export const receiptTexts = defineTexts(de, en);
