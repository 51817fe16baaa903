import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { fieldError, fieldHint } from "../../../ui/field.ts";
import {
  isFileAnswer,
  occurrencePath,
  occurrencesOf,
} from "../domain/answers.ts";
import type { FormField } from "../domain/form-definition.ts";
import { isInputField } from "../domain/visit.ts";
import { fieldTypeOf } from "../field-types/field-types.ts";
import { formsTexts } from "../i18n/texts.ts";
import type { Place } from "./place.ts";

/** A value nobody types, to read. A computed one is announced when it changes. */
export function renderGiven(field: FormField, place: Place): SafeHtml {
  const id = occurrencePath(place.parent, field.key, 0);
  const error = place.errorAt(id);
  return html`<div
    class="kern-form-input portal-given"
    id="${id}"
    tabindex="-1"
  >
    <span class="kern-label">${field.label}</span>
    ${fieldHint(id, field.help)}
    <output class="kern-body" data-given="${id}"
      >${givenText(field, place)}</output
    >
    ${fieldError(id, { error, locale: place.locale })}
  </div>`;
}

function givenText(field: FormField, place: Place): string {
  const { locale } = place;
  const values = occurrencesOf(place.counting, field.key).map((occurrence) => {
    if (isFileAnswer(occurrence)) return occurrence.filename;
    const isShown =
      isInputField(field) &&
      field.dataType !== "file" &&
      typeof occurrence === "string";
    return isShown ? fieldTypeOf(field).show(field, occurrence, locale) : "";
  });
  const texts = values.filter((value) => value !== "");
  return texts.length > 0
    ? texts.join(", ")
    : formsTexts(locale)("field.not-yet");
}
