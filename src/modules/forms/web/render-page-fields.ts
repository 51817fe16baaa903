import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { fieldset } from "../../../ui/fieldset.ts";
import { attributes } from "../../../ui/attributes.ts";
import { textBlock } from "../../../ui/text-block.ts";
import {
  choiceKey,
  elementPath,
  groupAnswers,
  isBlank,
  occurrencePath,
  occurrencesOf,
} from "../domain/answers.ts";
import {
  basisField,
  fingerprintsOf,
  writeFingerprints,
} from "../domain/fingerprint.ts";
import type { FieldError } from "../domain/field-error.ts";
import type {
  FormElement,
  FormGroup,
  InputField,
} from "../domain/form-definition.ts";
import { lonelyGroups, type ShownPage } from "../domain/shown-pages.ts";
import {
  askedElements,
  isGivenField,
  isRepeatable,
  visibleOccurrences,
} from "../domain/visit.ts";
import { fieldTypes } from "../field-types/field-types.ts";
import type { EvaluatedForm } from "../rules/evaluate-form.ts";
import { hasRules } from "../rules/has-rules.ts";
import { formsTexts } from "../i18n/texts.ts";
import { describeFieldError } from "../use-cases/describe.ts";
import { addButton, changeButtons } from "./change-buttons.ts";
import { ownDataOffer } from "./own-data-offer.ts";
import { noOwnData, type OwnDataOnPage, type Place } from "./place.ts";
import { renderGiven, renderLocked } from "./render-given.ts";
import { renderLiveParts } from "./render-live-parts.ts";
import {
  renderFileField,
  renderInput,
  renderTogether,
} from "./render-input.ts";

export type PageState = {
  readonly form: EvaluatedForm;
  /** Of `validatePage` and `readPage`; those of other pages are ignored. Empty before the first attempt to go on. */
  readonly errors: readonly FieldError[];
  readonly locale: Locale;
  /** False where nothing is stored between requests: then there is no state of another tab to compare with. */
  readonly isStored?: boolean;
  /** Set where several pages stand under each other: the script changes one page only. */
  readonly isStatic?: boolean;
  /** Of the signed-in party. */
  readonly own?: OwnDataOnPage | undefined;
};

/**
 * The inputs of one page for use inside a form (method POST, multipart). Names are the paths of the answers, and each path is the id of
 * the first control at that place, so an error summary links to `#` + path. The first button
 * of the form around it must be "continue": that is the one the Enter key presses. Works without JavaScript: adding and removing are submit buttons.
 */
export function renderPageFields(
  page: ShownPage,
  { form, errors, locale, own, isStored = true, isStatic = false }: PageState,
): SafeHtml {
  const texts = new Map<string, string>();
  for (const error of errors)
    if (!texts.has(error.path))
      texts.set(error.path, describeFieldError(error, locale));
  const place: Place = {
    form,
    answers: form.typed,
    counting: form.answers,
    parent: "",
    locale,
    errorAt: (path) => texts.get(path),
    own: own ?? noOwnData,
  };
  const around = lonelyGroups(page.elements);
  // The page's heading is the one of a group around all of it: on a part of a long page the innermost that is called like the page.
  const last = around.findLastIndex(({ label }) => label === page.title);
  const body =
    around.length > 0
      ? renderPageGroups(around.slice(0, Math.max(last, 0) + 1), place)
      : renderElements(page.elements, place);
  return html`${isStored && renderBasis(page, form)}${body}${!isStatic && hasRules(page) && renderLiveParts(page, form, locale)}`;
}

/** The browser must not put an older value back: it would tell the wrong story of what was changed. */
function renderBasis(page: ShownPage, { typed }: EvaluatedForm): SafeHtml {
  const basis = writeFingerprints(fingerprintsOf(page.elements, typed));
  return html`<input
    type="hidden"
    name="${basisField}"
    value="${basis}"
    autocomplete="off"
  />`;
}

/** A page made of one group, or of a part of it: the page's heading is the group's, so there is no second one. */
function renderPageGroups(
  groups: readonly FormGroup[],
  place: Place,
): SafeHtml {
  const t = formsTexts(place.locale);
  const isOptional = groups.some(({ cardinality }) => cardinality.min === 0);
  const helps = groups.flatMap(({ help }) => help ?? []);
  const last = groups.at(-1);
  const outer = groups.slice(0, -1);
  const inside = outer.reduce((at, group) => placeIn(group, at, 0), place);
  return html`
    ${helps.map((help) => html`<div class="kern-body">${textBlock(help)}</div>`)}
    ${isOptional && html`<p class="kern-body">${t("page.optional")}</p>`}
    ${last && renderOccurrence(last, inside, 0)}
  `;
}

/** What a rule hides is there all the same, so that it can appear without a new page and keeps what was typed. */
function renderElements(
  elements: readonly FormElement[],
  place: Place,
  isChoice = false,
): SafeHtml[] {
  return elements
    .filter((element) => !isUnseen(element, place))
    .map((element) => {
      const body = renderElement(element, place);
      const changes =
        element.visibleWhen !== undefined ||
        (element.kind === "field" && element.requiredWhen !== undefined) ||
        (isChoice && element.key !== choiceKey);
      if (!changes) return body;
      const path = elementPath(place.parent, element.key);
      const given = attributes({
        class: "portal-rule",
        "data-rule": path,
        "data-required":
          element.kind === "field" && element.requiredWhen !== undefined,
        hidden: place.form.hidden.has(path),
      });
      return html`<div${given}>${body}</div>`;
    });
}

/** What is carried along unseen, and what is locked with nothing in it that anything could still fill in. */
function isUnseen(element: FormElement, place: Place): boolean {
  if (element.kind === "group" || element.entry === undefined) return false;
  const { entry, key, computed, initialValue, prefill } = element;
  return (
    entry === "hidden" ||
    (computed === undefined &&
      initialValue === undefined &&
      prefill === undefined &&
      occurrencesOf(place.counting, key).every(isBlank))
  );
}

function renderElement(element: FormElement, place: Place): SafeHtml {
  if (element.kind === "group") return renderGroup(element, place);
  if (element.dataType === "label") return fieldTypes.label.render(element);
  if (isGivenField(element)) return renderGiven(element, place);
  const locked = place.own.locked.get(
    occurrencePath(place.parent, element.key, 0),
  );
  return locked
    ? renderLocked(element, place, locked.confirmedBy)
    : renderField(element, place);
}

function renderGroup(group: FormGroup, place: Place): SafeHtml {
  if (isRepeatable(group)) return renderRepeatedGroup(group, place);
  if (group.choice) return renderChoice(group, place);
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

/** The question which alternative it is carries the label of the group. */
function renderChoice(group: FormGroup, place: Place): SafeHtml {
  const id = occurrencePath(place.parent, group.key, 0);
  return html`<div class="portal-choice" id="${id}" tabindex="-1">
    ${renderOccurrence(group, place, 0)}
  </div>`;
}

function renderOccurrence(
  group: FormGroup,
  place: Place,
  index: number,
): SafeHtml[] {
  const inner = placeIn(group, place, index);
  return [
    ...ownDataOffer(inner),
    ...renderElements(askedElements(group), inner, group.choice),
  ];
}

function placeIn(group: FormGroup, place: Place, index: number): Place {
  return {
    ...place,
    answers: groupAnswers(visibleOccurrences(group, place.answers)[index]),
    counting: groupAnswers(occurrencesOf(place.counting, group.key)[index]),
    parent: occurrencePath(place.parent, group.key, index),
  };
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
