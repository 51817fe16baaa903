import { defineTexts } from "../../../platform/i18n/texts.ts";
import { aboveDe } from "./above-de.ts";
import { aboveEn } from "./above-en.ts";
import { approvalDe } from "./approval-de.ts";
import { approvalEn } from "./approval-en.ts";
import { codesDe } from "./codes-de.ts";
import { codesEn } from "./codes-en.ts";
import { de } from "./de.ts";
import { draftsDe } from "./drafts-de.ts";
import { draftsEn } from "./drafts-en.ts";
import { editorDe } from "./editor-de.ts";
import { editorEn } from "./editor-en.ts";
import { en } from "./en.ts";
import { figuresDe } from "./figures-de.ts";
import { figuresEn } from "./figures-en.ts";
import { noticesDe } from "./notices-de.ts";
import { noticesEn } from "./notices-en.ts";
import { reviewsDe } from "./reviews-de.ts";
import { reviewsEn } from "./reviews-en.ts";
import { situationsDe } from "./situations-de.ts";
import { situationsEn } from "./situations-en.ts";
import { successorsDe } from "./successors-de.ts";
import { successorsEn } from "./successors-en.ts";

export const catalogueTexts = defineTexts(de, en);

/** Name of one of these texts. */
export type CatalogueKey = keyof typeof de;

/** Texts of the editor of Leistungen. */
const allEditorDe = {
  ...editorDe,
  ...draftsDe,
  ...figuresDe,
  ...aboveDe,
  ...reviewsDe,
  ...approvalDe,
  ...successorsDe,
} as const;
export const editorTexts = defineTexts(allEditorDe, {
  ...editorEn,
  ...draftsEn,
  ...figuresEn,
  ...aboveEn,
  ...reviewsEn,
  ...approvalEn,
  ...successorsEn,
});

/** Name of one of these texts. */
export type EditorKey = keyof typeof allEditorDe;

/** True for the name of a text of the editor. */
export const isEditorKey = (key: string): key is EditorKey =>
  key in allEditorDe;

/** Texts of notices. */
export const noticeTexts = defineTexts(noticesDe, noticesEn);

/** Texts of the editor of situations. */
export const situationTexts = defineTexts(situationsDe, situationsEn);

/** Names of official codes. */
export const codeTexts = defineTexts(codesDe, codesEn);

/** True for the name of one of these texts. */
export function isCodeKey(key: string): key is keyof typeof codesDe {
  return Object.hasOwn(codesDe, key);
}
