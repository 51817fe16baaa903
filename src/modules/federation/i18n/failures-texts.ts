import { defineTexts } from "../../../platform/i18n/texts.ts";
import { failuresDe } from "./failures-de.ts";
import { failuresEn } from "./failures-en.ts";

/** What codes of failed checks mean, for whoever sets a provider up. */
export const failureTexts = defineTexts(failuresDe, failuresEn);
