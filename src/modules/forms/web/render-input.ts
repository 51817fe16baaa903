import type { SafeHtml } from "../../../platform/html/html.ts";
import { formatSize } from "../../../platform/i18n/sizes.ts";
import { checkboxes } from "../../../ui/checkbox.ts";
import { dateInput } from "../../../ui/date-input.ts";
import type { FieldProps } from "../../../ui/field.ts";
import { fileInput } from "../../../ui/file-input.ts";
import { radios } from "../../../ui/radios.ts";
import { select } from "../../../ui/select.ts";
import { textInput, type TextInputProps } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import {
  isFileAnswer,
  occurrencePath,
  occurrencesOf,
} from "../domain/answers.ts";
import { actionField } from "../domain/apply-action.ts";
import { splitDate } from "../field-types/date-value.ts";
import type {
  FileField,
  InputField,
  NumberField,
  SelectField,
  TextField,
  TextFormat,
} from "../domain/form-definition.ts";
import { isRepeatable } from "../domain/visit.ts";
import { formsTexts } from "../i18n/texts.ts";
import { describeTypes } from "../use-cases/describe.ts";
import { showNumber } from "../use-cases/summarise.ts";
import type { Place } from "./place.ts";

/** Numbers are read with a decimal comma, so the inputs show one in every language. */
const inputLocale = "de";

/** From this many options on a list is easier than radio buttons. */
const minListOptions = 8;

/** One occurrence of a field that is typed or chosen. */
export function renderInput(
  field: Exclude<InputField, FileField>,
  place: Place,
  index: number,
): SafeHtml {
  const props = fieldProps(field, place, index);
  const value = valueAt(field, place, index);
  switch (field.dataType) {
    case "text":
      return renderText(field, props, value);
    case "date":
      return dateInput({
        ...props,
        value: splitDate(value),
        isBirthday: field.autocomplete === "bday",
      });
    case "number":
    case "integer":
    case "currency":
      return renderNumber(field, props, showNumber(value, inputLocale));
    case "time":
    case "datetime":
    case "country":
    case "location":
      return textInput({ ...props, value });
    case "consent":
    case "boolean":
      return renderBoolean(props, value);
    case "select":
      return renderSelect(field, props, value);
  }
}

function fieldProps(
  field: InputField,
  place: Place,
  index: number,
): FieldProps {
  const path = occurrencePath(place.parent, field.key, index);
  const t = formsTexts(place.locale);
  const error = place.errorAt(path);
  const example =
    field.dataType === "text" && field.example !== undefined
      ? t("field.example", { example: field.example })
      : undefined;
  const hint = index === 0 ? (field.help ?? example) : undefined;
  return {
    name: path,
    label:
      index === 0
        ? field.label
        : t("field.numbered", { label: field.label, number: index + 1 }),
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
    isOptional: index >= field.cardinality.min,
    locale: place.locale,
  };
}

function valueAt(field: InputField, place: Place, index: number): string {
  const occurrence = occurrencesOf(place.answers, field.key)[index];
  return typeof occurrence === "string" ? occurrence : "";
}

const inputTypes: Partial<
  Record<TextFormat, Pick<TextInputProps, "type" | "inputMode">>
> = {
  email: { type: "email", inputMode: "email" },
  phone: { type: "tel", inputMode: "tel" },
  postcode: { inputMode: "numeric" },
};

function renderText(
  field: TextField,
  props: FieldProps,
  value: string,
): SafeHtml {
  if (field.multiline) return textarea({ ...props, value });
  return textInput({
    ...props,
    ...(field.format ? inputTypes[field.format] : {}),
    ...(field.autocomplete === undefined
      ? {}
      : { autocomplete: field.autocomplete }),
    ...widthFor(field.maxLength),
    value,
  });
}

function renderNumber(
  field: NumberField,
  props: FieldProps,
  value: string,
): SafeHtml {
  const isMoney = field.dataType === "currency";
  return textInput({
    ...props,
    inputMode: field.dataType === "integer" ? "numeric" : "decimal",
    ...(isMoney
      ? { suffix: formsTexts(props.locale)("field.currency-unit") }
      : {}),
    width: 20,
    value,
  });
}

/** The size of a field says how much is expected. */
function widthFor(
  maxLength: number | undefined,
): Pick<TextInputProps, "width"> {
  const width = ([4, 6, 10, 20] as const).find(
    (candidate) => (maxLength ?? Infinity) <= candidate,
  );
  return width === undefined ? {} : { width };
}

/** Yes and no, never a lone checkbox: an empty box cannot be told from a question that was not seen. */
function renderBoolean(props: FieldProps, value: string): SafeHtml {
  const t = formsTexts(props.locale);
  const options = [
    { value: "true", label: t("field.yes") },
    { value: "false", label: t("field.no") },
  ];
  return radios({
    ...props,
    options: withNoAnswer(options, props),
    value,
  });
}

function renderSelect(
  field: SelectField,
  props: FieldProps,
  value: string,
): SafeHtml {
  const options = field.options.map(({ code, label }) => ({
    value: code,
    label,
  }));
  if (options.length === 1)
    return checkboxes({ ...props, options, values: [value] });
  if (options.length >= minListOptions)
    return select({ ...props, options, value });
  return radios({
    ...props,
    options: withNoAnswer(options, props),
    value,
  });
}

type Choice = { readonly value: string; readonly label: string };

/** Radio buttons cannot be cleared, so an optional question offers that as an answer. */
function withNoAnswer(
  options: readonly Choice[],
  { isOptional, locale }: FieldProps,
): readonly Choice[] {
  return isOptional
    ? [...options, { value: "", label: formsTexts(locale)("field.no-answer") }]
    : options;
}

/** A select field with several answers: one group of checkboxes. */
export function renderMultiSelect(field: SelectField, place: Place): SafeHtml {
  const values = occurrencesOf(place.answers, field.key).filter(
    (value) => typeof value === "string",
  );
  const options = field.options.map(({ code, label }) => ({
    value: code,
    label,
  }));
  return checkboxes({ ...fieldProps(field, place, 0), options, values });
}

/** File field with what was uploaded already; each file has a button that takes it away. */
export function renderFileField(field: FileField, place: Place): SafeHtml {
  const props = fieldProps(field, place, 0);
  const t = formsTexts(place.locale);
  const limits = {
    types: describeTypes(field.mediaTypes, place.locale),
    maxSize: formatSize(field.maxBytes, place.locale),
  };
  const allowsMany = isRepeatable(field);
  const rule = t(allowsMany ? "field.files-hint" : "field.file-hint", limits);
  const kept = occurrencesOf(place.answers, field.key).filter(isFileAnswer);
  return fileInput({
    ...props,
    hint: field.help === undefined ? rule : `${field.help} ${rule}`,
    accept: field.mediaTypes.join(","),
    allowsMany,
    kept: kept.map((file, index) => ({
      filename: file.filename,
      detail: `${describeTypes([file.mediaType], place.locale)}, ${formatSize(file.sizeBytes, place.locale)}`,
      remove: {
        name: actionField,
        value: `remove:${occurrencePath(place.parent, field.key, index)}`,
      },
    })),
  });
}
