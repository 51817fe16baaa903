import type { Locale } from "../../../platform/i18n/texts.ts";
import { mediaTypes, type MediaType } from "../domain/form-definition.ts";
import { fileTexts } from "./i18n/file.ts";

/** `PDF, JPEG, PNG`. A type without a name of its own is shown as it is. */
export function describeTypes(
  types: readonly string[],
  locale: Locale,
): string {
  const t = fileTexts(locale);
  return types
    .map((type) => (isKnownType(type) ? t(`file-type.${type}`) : type))
    .join(t("file-type.separator"));
}

const knownTypes: readonly string[] = mediaTypes;

function isKnownType(type: string): type is MediaType {
  return knownTypes.includes(type);
}
