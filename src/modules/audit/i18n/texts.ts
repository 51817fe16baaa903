import { defineTexts, type Locale } from "../../../platform/i18n/texts.ts";
import { actionsDe } from "./actions-de.ts";
import { actionsEn } from "./actions-en.ts";
import { detailsDe } from "./details-de.ts";
import { detailsEn } from "./details-en.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

const allDe = { ...de, ...actionsDe, ...detailsDe };

export const auditTexts = defineTexts(allDe, {
  ...en,
  ...actionsEn,
  ...detailsEn,
});

type AuditKey = keyof typeof allDe;

/** True for a key that has a text; actions of newer processes may have none here yet. */
export function isAuditKey(key: string): key is AuditKey {
  return key in allDe;
}

/** Every action that has words, in those of a language. */
export function listActions(
  locale: Locale,
): readonly { readonly action: string; readonly words: string }[] {
  const prefix = "action.";
  return Object.keys(allDe)
    .filter((key) => key.startsWith(prefix))
    .filter(isAuditKey)
    .map((key) => ({
      action: key.slice(prefix.length),
      words: auditTexts(locale)(key),
    }));
}
