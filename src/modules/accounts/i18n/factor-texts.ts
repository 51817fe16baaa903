import { defineTexts } from "../../../platform/i18n/texts.ts";
import { factorsDe } from "./factors-de.ts";
import { factorsEn } from "./factors-en.ts";

export const factorTexts = defineTexts(factorsDe, factorsEn);
