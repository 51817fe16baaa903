import {
  html,
  type HtmlValue,
  type SafeHtml,
} from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { fieldset } from "../../../ui/fieldset.ts";
import { textBlock } from "../../../ui/text-block.ts";
import type { Answers } from "../domain/answers.ts";
import {
  elementPath,
  isGroupAnswer,
  maxOccurrences,
  occurrencePath,
} from "../domain/answers.ts";
import { actionField, addButtonId } from "../domain/apply-action.ts";
import {
  basisField,
  fingerprintsOf,
  writeFingerprints,
} from "../domain/fingerprint.ts";
import type { FieldError } from "../domain/field-error.ts";
import type {
  FormElement,
  FormGroup,
  FormPage,
  InputField,
} from "../domain/form-definition.ts";
import { isRepeatable, visibleOccurrences } from "../domain/visit.ts";
import { fieldTypes } from "../field-types/field-types.ts";
import { formsTexts } from "../i18n/texts.ts";
import { describeFieldError } from "../use-cases/describe.ts";
import type { Place } from "./place.ts";
import {
  renderFileField,
  renderInput,
  renderTogether,
} from "./render-input.ts";

export type PageState = {
  readonly answers: Answers;
  /** Of `validatePage` and `readPage`; those of other pages are ignored. Empty before the first attempt to go on. */
  readonly errors: readonly FieldError[];
  readonly locale: Locale;
};

/**
 * The inputs of one page for use inside a form (method POST, multipart). Names are the paths of the answers, and each path is the id of
 * the first control at that place, so an error summary links to `#` + path. The first button
 * of the form around it must be "continue": that is the one the Enter key presses. Works without JavaScript: adding and removing are submit buttons.
 */
export function renderPageFields(
  page: FormPage,
  { answers, errors, locale }: PageState,
): SafeHtml {
  const texts = new Map<string, string>();
  for (const error of errors)
    if (!texts.has(error.path))
      texts.set(error.path, describeFieldError(error, locale));
  const place: Place = {
    answers,
    parent: "",
    locale,
    errorAt: (path) => texts.get(path),
  };
  const [only] = page.elements;
  const isPageItself =
    page.elements.length === 1 && only?.kind === "group" && !isRepeatable(only);
  const body = isPageItself
    ? renderPageGroup(only, place)
    : renderElements(page.elements, place);
  const basis = writeFingerprints(fingerprintsOf(page.elements, answers));
  // The browser must not put an older value back: it would tell the wrong story of what was changed.
  return html`<input
      type="hidden"
      name="${basisField}"
      value="${basis}"
      autocomplete="off"
    />${body}`;
}

/** A page made of one group: the page's heading is the group's, so there is no second one. */
function renderPageGroup(group: FormGroup, place: Place): SafeHtml {
  const t = formsTexts(place.locale);
  const isOptional = group.cardinality.min === 0;
  return html`
    ${group.help !== undefined && html`<div class="kern-body">${textBlock(group.help)}</div>`}
    ${isOptional && html`<p class="kern-body">${t("page.optional")}</p>`}
    ${renderOccurrence(group, place, 0)}
  `;
}

function renderElements(
  elements: readonly FormElement[],
  place: Place,
): SafeHtml[] {
  return elements.map((element) => {
    if (element.kind === "group") return renderGroup(element, place);
    if (element.dataType !== "label") return renderField(element, place);
    return fieldTypes.label.render(element);
  });
}

function renderGroup(group: FormGroup, place: Place): SafeHtml {
  if (isRepeatable(group)) return renderRepeatedGroup(group, place);
  if (group.hideLabel) return html`${renderOccurrence(group, place, 0)}`;
  const id = occurrencePath(place.parent, group.key, 0);
  return fieldset({
    id,
    isTarget: true,
    label: group.label,
    hint: group.help,
    error: place.errorAt(id),
    isOptional: group.cardinality.min === 0,
    locale: place.locale,
    body: renderOccurrence(group, place, 0),
  });
}

function renderOccurrence(
  group: FormGroup,
  place: Place,
  index: number,
): SafeHtml[] {
  const occurrence = visibleOccurrences(group, place.answers)[index];
  return renderElements(group.elements, {
    ...place,
    answers: isGroupAnswer(occurrence) ? occurrence : {},
    parent: occurrencePath(place.parent, group.key, index),
  });
}

function renderRepeatedGroup(group: FormGroup, place: Place): SafeHtml {
  const t = formsTexts(place.locale);
  const shown = visibleOccurrences(group, place.answers);
  const blocks = shown.map((_, index) => {
    const id = occurrencePath(place.parent, group.key, index);
    return fieldset({
      id,
      isTarget: true,
      label: t("field.numbered", { label: group.label, number: index + 1 }),
      hint: index === 0 ? group.help : undefined,
      error: place.errorAt(id),
      locale: place.locale,
      // Keeps the occurrence when a browser sends nothing of it, such as choices that were not made.
      body: html`<input
          type="hidden"
          name="${id}"
          value="1"
        />${renderOccurrence(group, place, index)}${changeButtons(group, place, { index, shown: shown.length })}`,
    });
  });
  return html`${blocks}${addButton(group, place, shown.length)}`;
}

function renderField(field: InputField, place: Place): SafeHtml {
  if (field.dataType === "file") return renderFileField(field, place);
  if (!isRepeatable(field)) return renderInput(field, place, 0);
  const together = renderTogether(field, place);
  if (together) return together;
  const shown = visibleOccurrences(field, place.answers);
  const inputs = shown.map(
    (_, index) =>
      html`${renderInput(field, place, index)}${changeButtons(field, place, { index, shown: shown.length })}`,
  );
  return html`<div class="portal-repeated-field">
    ${inputs}${addButton(field, place, shown.length)}
  </div>`;
}

function addButton(
  element: FormElement,
  place: Place,
  shown: number,
): HtmlValue {
  if (shown >= (element.cardinality.max ?? maxOccurrences)) return undefined;
  const path = elementPath(place.parent, element.key);
  return button({
    id: addButtonId(path),
    label: formsTexts(place.locale)(
      shown === 0 ? "action.add" : "action.add-another",
      { label: element.label },
    ),
    variant: "secondary",
    icon: "add",
    name: actionField,
    value: `add:${path}`,
  });
}

type Position = { readonly index: number; readonly shown: number };

/** Order counts in many lists (children by age, drivers): each occurrence can change places and, where the form allows, be removed. */
function changeButtons(
  element: FormElement,
  place: Place,
  { index, shown }: Position,
): HtmlValue {
  const kept = Math.max(
    element.cardinality.min,
    element.kind === "field" ? 1 : 0,
  );
  const buttons = [
    index > 0 && changeButton("up", element, { place, index }),
    index < shown - 1 && changeButton("down", element, { place, index }),
    shown > kept && changeButton("remove", element, { place, index }),
  ].filter((each) => each !== false);
  return buttons.length > 0 && buttonRow(...buttons);
}

const changeIcons = {
  up: "arrow-up",
  down: "arrow-down",
  remove: "delete",
} as const;

function changeButton(
  verb: keyof typeof changeIcons,
  element: FormElement,
  { place, index }: { readonly place: Place; readonly index: number },
): SafeHtml {
  return button({
    label: formsTexts(place.locale)(`action.${verb}`, {
      label: element.label,
      number: index + 1,
    }),
    variant: "tertiary",
    icon: changeIcons[verb],
    name: actionField,
    value: `${verb}:${occurrencePath(place.parent, element.key, index)}`,
  });
}
