import type { Locale } from "../../../../platform/i18n/texts.ts";
import {
  situationInputs,
  type FormError,
} from "../../domain/typed/leistung-form.ts";
import { typedLanguages } from "../../domain/typed/leistung-form.ts";
import {
  placeOfInput,
  type PlaceOfInput,
} from "../../domain/typed/typed-rows.ts";
import { editorTexts, isEditorKey } from "../../i18n/texts.ts";

export const editorPath = "/verwaltung/leistungen";
/** What authorities above offer. */
export const abovePath = `${editorPath}/von-oben`;
/** Addresses of what is shown no more. */
export const formerPath = `${editorPath}/frueher`;
export const successorPath = (slug: string) => `${formerPath}/${slug}`;
export const newPath = `${editorPath}/neu`;
export const rulesPath = `${editorPath}/regeln`;
export const editPath = (id: string) => `${editorPath}/${id}`;
export const approvalPath = (id: string) => `${editorPath}/${id}/freigabe`;
export const approvalPreviewPath = (id: string) =>
  `${approvalPath(id)}/vorschau`;
export const versionsPath = (id: string) => `${editorPath}/${id}/fassungen`;

/** Inputs that stand for one text in two languages: `titel` for `titel-de` and `titel-en`. */
function partsOf(field: string): { base: string; language?: "de" | "en" } {
  const language = typedLanguages.find((it) => field.endsWith(`-${it}`));
  return language === undefined
    ? { base: field }
    : { base: field.slice(0, -1 - language.length), language };
}

/** What an input is called; one of a row with what the row is called. */
export function fieldLabel(field: string, locale: Locale): string {
  const place = placeOfInput(field);
  if (!place) return inputLabel(field, locale);
  return editorTexts(locale)("label.of-row", {
    label: inputLabel(place.column, locale),
    row: rowLabel(place, locale),
  });
}

export function rowLabel(
  { group, index }: Pick<PlaceOfInput, "group" | "index">,
  locale: Locale,
): string {
  return editorTexts(locale)(`row.${group}`, { number: index + 1 });
}

/** What an input is called, as it is written at it. */
export function inputLabel(field: string, locale: Locale): string {
  const t = editorTexts(locale);
  const { base, language } = partsOf(field);
  const key = `label.${base}`;
  const label = isEditorKey(key) ? t(key) : base;
  if (language === undefined) return label;
  return t("label.in", { label, language: t(`language.${language}`) });
}

/** What a part of the content is called, also one that has no input. */
export function partLabel(part: string, locale: Locale): string {
  const key = `part.${part}`;
  return isEditorKey(key) ? editorTexts(locale)(key) : inputLabel(part, locale);
}

/** What helps to fill it in; undefined where the label says enough. */
export function fieldHintText(
  field: string,
  locale: Locale,
): string | undefined {
  if (placeOfInput(field)) return undefined;
  const key = `hint.${partsOf(field).base}`;
  return isEditorKey(key) ? editorTexts(locale)(key) : undefined;
}

/** What to do about an error. */
export function errorText(
  { field, fault, part }: FormError,
  locale: Locale,
): string {
  const shown = part.length > 80 ? `${part.slice(0, 80)}…` : part;
  return editorTexts(locale)(`fault.${fault}`, {
    field: fieldLabel(field, locale),
    // A limit is written as a number.
    part: fault === "too-long" ? Number(part) : shown,
  });
}

/** What an input says besides its value: what it is called, what helps to fill it in, and what is wrong with it. */
export function inputProps(
  field: string,
  {
    errors,
    locale,
  }: { readonly errors: readonly FormError[]; readonly locale: Locale },
) {
  const error = errors.find((it) => it.field === field);
  const hint = fieldHintText(field, locale);
  return {
    name: field,
    label: fieldLabel(field, locale),
    locale,
    ...(hint !== undefined && { hint }),
    ...(error && { error: errorText(error, locale) }),
  };
}

/** True for the choice of a topic. */
export function isSituationInput(field: string): boolean {
  return situationInputs.some((name) => name === field);
}
