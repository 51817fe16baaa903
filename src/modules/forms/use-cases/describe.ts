import { formatSize } from "../../../platform/i18n/sizes.ts";
import { fillText, type Locale } from "../../../platform/i18n/texts.ts";
import type { FieldError, FieldErrorParams } from "../domain/field-error.ts";
import type { FormPage } from "../domain/form-definition.ts";
import type { ShownPage } from "../domain/shown-pages.ts";
import { isDate, showDate } from "../field-types/date-value.ts";
import { describeTypes } from "../field-types/describe-types.ts";
import { typeErrorText } from "../field-types/field-types.ts";
import { formsTexts, generalErrorText } from "../i18n/texts.ts";
import type { ImportMessage } from "../import/import-message.ts";

/** What to do about an error, as one or two sentences. */
export function describeFieldError(error: FieldError, locale: Locale): string {
  const t = formsTexts(locale);
  const { maxBytes, types, filename, message = "" } = error.params;
  // What a form itself demands, it also says itself.
  if (error.code === "check")
    return String(error.params[`message:${locale}`] ?? message);
  const template =
    typeErrorText(error.code, locale) ??
    generalErrorText(error.code, locale) ??
    t("error.pattern");
  const text = fillText(template, {
    ...showParams(error.params, locale),
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

/** Limits as people write them: dates and decimal signs of their language. */
function showParams(
  params: FieldErrorParams,
  locale: Locale,
): FieldErrorParams {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === "number") return [name, format.format(value)];
      return [name, isDate(value) ? showDate(value, locale) : value];
    }),
  );
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

/** Heading of a page; pages of loose fields have a general one, further parts of a long page a number. */
export function pageTitle(page: FormPage | ShownPage, locale: Locale): string {
  const t = formsTexts(locale);
  const title = page.title ?? t("page.general-title");
  const part = "part" in page ? page.part : undefined;
  return part === undefined ? title : t("page.part", { title, number: part });
}
