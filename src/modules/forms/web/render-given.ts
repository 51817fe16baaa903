import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { icon } from "../../../ui/icon.ts";
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

/**
 * A value of the account that others have confirmed, to read. It travels with the form for the rules in the browser; what comes back is
 * never believed.
 */
export function renderLocked(
  field: FormField,
  place: Place,
  confirmedBy: string,
): SafeHtml {
  const path = occurrencePath(place.parent, field.key, 0);
  const [value] = occurrencesOf(place.answers, field.key);
  return html`<div class="portal-locked">
    ${renderGiven(field, { ...place, counting: place.answers })}
    <p class="kern-hint portal-locked__source">
      ${icon("check")}<span>${confirmedBy}</span>
    </p>
    <input
      type="hidden"
      name="${path}"
      value="${typeof value === "string" ? value : ""}"
      autocomplete="off"
    />
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
