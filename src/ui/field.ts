import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import type { Locale } from "../platform/i18n/texts.ts";
import { icon } from "./icon.ts";
import { uiTexts } from "./i18n/texts.ts";
import { textBlock } from "./text-block.ts";

/** What every input of a form has. */
export type FieldProps = {
  readonly name: string;
  /** Defaults to `name`; the error summary links to it. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: HtmlValue;
  /** What to do, e.g. "Geben Sie das Kennzeichen so ein: SN-AB 123". */
  readonly error?: string | undefined;
  /** Marked in words when it may be left empty; required fields carry no mark. */
  readonly isOptional?: boolean;
  readonly locale: Locale;
};

/** Id of the element an error summary jumps to. */
export function fieldId(props: Pick<FieldProps, "name" | "id">): string {
  return props.id ?? props.name;
}

/** Value for `aria-describedby`: hint first, then error; undefined when there is neither. */
export function describedBy(
  id: string,
  props: Pick<FieldProps, "hint" | "error">,
): string | undefined {
  const ids = [
    props.hint === undefined ? undefined : hintId(id),
    props.error === undefined ? undefined : errorId(id),
  ].filter((part) => part !== undefined);
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** The parts above and below an input, all wired to its id. */
export function fieldFrame(props: FieldProps, input: SafeHtml): SafeHtml {
  const id = fieldId(props);
  const errorClass = props.error === undefined ? "" : " kern-form-input--error";
  return html`<div class="kern-form-input${errorClass}">
    <label class="kern-label" for="${id}">${labelText(props)}</label>
    ${fieldHint(id, props.hint)} ${input} ${fieldError(id, props)}
  </div>`;
}

/** Label or legend with the mark for optional fields. */
export function labelText(
  props: Pick<FieldProps, "label" | "isOptional" | "locale">,
): SafeHtml {
  if (props.isOptional !== true) return html`${props.label}`;
  const optional = uiTexts(props.locale)("optional");
  return html`${props.label}
    <span class="kern-label__optional">(${optional})</span>`;
}

/** Help below the label, found by screen readers through `aria-describedby`. */
export function fieldHint(id: string, hint: HtmlValue): SafeHtml | undefined {
  if (hint === undefined) return undefined;
  return html`<div class="kern-hint" id="${hintId(id)}">
    ${hintText(hint)}
  </div>`;
}

/** A hint of several lines reads as paragraphs and lists. */
export function hintText(hint: HtmlValue): HtmlValue {
  return typeof hint === "string" && hint.includes("\n")
    ? textBlock(hint)
    : hint;
}

/** Message at the field. */
export function fieldError(
  id: string,
  props: Pick<FieldProps, "error" | "locale">,
): SafeHtml | undefined {
  if (props.error === undefined) return undefined;
  const prefix = uiTexts(props.locale)("error.prefix");
  return html`<p class="kern-error" id="${errorId(id)}">
    ${icon("danger")}<span class="kern-body"
      ><span class="kern-sr-only">${prefix} </span>${props.error}</span
    >
  </p>`;
}

const hintId = (id: string) => `${id}-hint`;
const errorId = (id: string) => `${id}-error`;
