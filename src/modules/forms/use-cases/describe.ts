import { formatSize } from "../../../platform/i18n/sizes.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import type { FieldError } from "../domain/field-error.ts";
import type { FormPage, MediaType } from "../domain/form-definition.ts";
import { formsTexts } from "../i18n/texts.ts";
import type { ImportMessage } from "../import/import-message.ts";

/** What to do about an error, as one or two sentences. */
export function describeFieldError(error: FieldError, locale: Locale): string {
  const t = formsTexts(locale);
  const { maxBytes, types, filename } = error.params;
  const text = t(`error.${error.code}`, {
    ...error.params,
    label: error.label,
    ...(typeof maxBytes === "number"
      ? { maxSize: formatSize(maxBytes, locale) }
      : {}),
    ...(typeof types === "string"
      ? { types: describeTypes(types.split(" "), locale) }
      : {}),
  });
  return filename === undefined
    ? text
    : t("error.with-file", { text, filename });
}

/** Message of an import with its place, for the editor: `S1.xml, Zeile 12, name S05000058: …`. */
export function describeImportMessage(
  message: ImportMessage,
  locale: Locale,
): string {
  const t = formsTexts(locale);
  const { document, line, element, id } = message;
  const text = t(`import.${message.code}`, message.params);
  if (element === "") return t("import.place", { document, line, text });
  return t("import.place-element", {
    document,
    line,
    element,
    id,
    text,
  }).replaceAll(" :", ":");
}

/** Heading of a page; pages of loose fields have a general one. */
export function pageTitle(page: FormPage, locale: Locale): string {
  return page.title ?? formsTexts(locale)("page.general-title");
}

/** `PDF, JPEG, PNG`. A type without a name of its own is shown as it is. */
export function describeTypes(
  types: readonly string[],
  locale: Locale,
): string {
  const t = formsTexts(locale);
  return types
    .map((type) => (isKnownType(type) ? t(`file-type.${type}`) : type))
    .join(t("file-type.separator"));
}

const knownTypes: readonly string[] = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/tiff",
  "image/heic",
  "text/plain",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] satisfies readonly MediaType[];

function isKnownType(type: string): type is MediaType {
  return knownTypes.includes(type);
}
