import type { SafeHtml } from "../../../platform/html/html.ts";
import type { FieldProps } from "../../../ui/field.ts";
import {
  elementPath,
  isFileAnswer,
  occurrencePath,
  occurrencesOf,
} from "../domain/answers.ts";
import type { FileField, InputField } from "../domain/form-definition.ts";
import type { WrittenField } from "../field-types/field-type.ts";
import {
  fieldTypeOf,
  fieldTypes,
  togetherOf,
} from "../field-types/field-types.ts";
import { formsTexts } from "../i18n/texts.ts";
import type { Place } from "./place.ts";

/** One occurrence of a field that is typed or chosen. */
export function renderInput(
  field: WrittenField,
  place: Place,
  index: number,
): SafeHtml {
  return fieldTypeOf(field).render(field, {
    props: fieldProps(field, place, index),
    value: valuesOf(field, place)[index] ?? "",
  });
}

/** All occurrences of a field whose type shows them in one control; undefined where each has its own. */
export function renderTogether(
  field: WrittenField,
  place: Place,
): SafeHtml | undefined {
  return togetherOf(field)?.render(field, {
    props: fieldProps(field, place, 0),
    values: valuesOf(field, place),
  });
}

/** File field with what was uploaded already; each file has a button that takes it away. */
export function renderFileField(field: FileField, place: Place): SafeHtml {
  return fieldTypes.file.render(field, {
    props: fieldProps(field, place, 0),
    kept: occurrencesOf(place.answers, field.key).filter(isFileAnswer),
    removeAction: (index) =>
      `remove:${occurrencePath(place.parent, field.key, index)}`,
  });
}

function valuesOf(field: WrittenField, place: Place): string[] {
  return occurrencesOf(place.answers, field.key).map((occurrence) =>
    typeof occurrence === "string" ? occurrence : "",
  );
}

function fieldProps(
  field: InputField,
  place: Place,
  index: number,
): FieldProps {
  const path = occurrencePath(place.parent, field.key, index);
  const t = formsTexts(place.locale);
  const error = place.errorAt(path);
  const hint = index === 0 ? (field.help ?? exampleHint(field, t)) : undefined;
  return {
    name: path,
    label:
      index === 0
        ? field.label
        : t("field.numbered", { label: field.label, number: index + 1 }),
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
    isOptional: index >= leastOf(field, place),
    locale: place.locale,
  };
}

/** A rule requires one answer. */
function leastOf(
  { key, cardinality: { min } }: InputField,
  place: Place,
): number {
  const isRequired = place.form.required.has(elementPath(place.parent, key));
  return isRequired ? Math.max(min, 1) : min;
}

function exampleHint(
  field: InputField,
  t: ReturnType<typeof formsTexts>,
): string | undefined {
  return field.dataType === "text" && field.example !== undefined
    ? t("field.example", { example: field.example })
    : undefined;
}
