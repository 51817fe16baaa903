import { defineTexts } from "../../../platform/i18n/texts.ts";
import { editorDe } from "./editor-de.ts";
import { editorEn } from "./editor-en.ts";

/** Texts of the pages on which editors look after forms. */
export const editorTexts = defineTexts(editorDe, editorEn);
