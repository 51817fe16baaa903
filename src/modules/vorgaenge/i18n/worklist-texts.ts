import { defineTexts } from "../../../platform/i18n/texts.ts";
import { worklistDe } from "./worklist-de.ts";
import { worklistEn } from "./worklist-en.ts";

/** Texts of the caseworkers' list: filters, views, columns, batches, keys. */
export const worklistTexts = defineTexts(worklistDe, worklistEn);
