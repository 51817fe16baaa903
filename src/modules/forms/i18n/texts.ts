import { defineTexts, type Locale } from "../../../platform/i18n/texts.ts";
import type { FieldErrorCode } from "../domain/field-error.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Texts of the forms module. */
export const formsTexts = defineTexts(de, en);

const generalErrors: Readonly<
  Record<Locale, Readonly<Record<`error.${FieldErrorCode}`, string>>>
> = { de, en };

/** The text of a general error code; undefined for a code of a single field type. */
export function generalErrorText(
  code: string,
  locale: Locale,
): string | undefined {
  return new Map(Object.entries(generalErrors[locale])).get(`error.${code}`);
}
