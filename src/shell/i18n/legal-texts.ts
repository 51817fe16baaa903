import { defineTexts } from "../../platform/i18n/texts.ts";
import { legalDe } from "./legal-de.ts";
import { legalEn } from "./legal-en.ts";

/** Leichte Sprache is a form of German: the same text stands on the English portal. */
export const legalTexts = defineTexts(legalDe, {
  ...easyLanguage(legalDe),
  ...legalEn,
});

type EasyLanguageKey = Extract<
  keyof typeof legalDe,
  `leichte-sprache.${string}`
>;

function easyLanguage(
  texts: Readonly<Record<EasyLanguageKey, string>>,
): Record<EasyLanguageKey, string> {
  return {
    "leichte-sprache.title": texts["leichte-sprache.title"],
    "leichte-sprache.what.title": texts["leichte-sprache.what.title"],
    "leichte-sprache.what.body": texts["leichte-sprache.what.body"],
    "leichte-sprache.find.title": texts["leichte-sprache.find.title"],
    "leichte-sprache.find.body": texts["leichte-sprache.find.body"],
    "leichte-sprache.apply.title": texts["leichte-sprache.apply.title"],
    "leichte-sprache.apply.body": texts["leichte-sprache.apply.body"],
    "leichte-sprache.after.title": texts["leichte-sprache.after.title"],
    "leichte-sprache.after.body": texts["leichte-sprache.after.body"],
    "leichte-sprache.help.title": texts["leichte-sprache.help.title"],
    "leichte-sprache.help.body": texts["leichte-sprache.help.body"],
  };
}
