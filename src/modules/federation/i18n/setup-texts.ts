import { defineTexts } from "../../../platform/i18n/texts.ts";
import { setupDe } from "./setup-de.ts";
import { setupEn } from "./setup-en.ts";

/** Texts of the pages where identity providers are set up and tried. */
export const setupTexts = defineTexts(setupDe, setupEn);
