import { defineTexts } from "../../../platform/i18n/texts.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

export const auditTexts = defineTexts(de, en);

type AuditKey = keyof typeof de;

/** True for a key that has a text; actions of newer processes may have none here yet. */
export function isAuditKey(key: string): key is AuditKey {
  return key in de;
}
