import { defineTexts } from "../../../platform/i18n/texts.ts";
import { actionsDe } from "./actions-de.ts";
import { actionsEn } from "./actions-en.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

const allDe = { ...de, ...actionsDe };

export const auditTexts = defineTexts(allDe, { ...en, ...actionsEn });

type AuditKey = keyof typeof allDe;

/** True for a key that has a text; actions of newer processes may have none here yet. */
export function isAuditKey(key: string): key is AuditKey {
  return key in allDe;
}
