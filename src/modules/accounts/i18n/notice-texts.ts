import { defineTexts } from "../../../platform/i18n/texts.ts";
import { noticesDe } from "./notices-de.ts";
import { noticesEn } from "./notices-en.ts";

export const noticeTexts = defineTexts(noticesDe, noticesEn);
