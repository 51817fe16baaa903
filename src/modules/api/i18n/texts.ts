import { defineTexts } from "../../../platform/i18n/texts.ts";
import { accessDe } from "./access-de.ts";
import { accessEn } from "./access-en.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Of the interface and its document. */
export const apiTexts = defineTexts(de, en);

/** Of the pages where a destination's way back is set up, and of what the office sees of it. */
export const accessTexts = defineTexts(accessDe, accessEn);

export type AccessText = ReturnType<typeof accessTexts>;
