import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import {
  describedBy,
  fieldError,
  fieldHint,
  fieldId,
  labelText,
  type FieldProps,
} from "./field.ts";
import { fieldset } from "./fieldset.ts";
import type { RadioOption } from "./radios.ts";

export type CheckboxProps = FieldProps & {
  /** What is sent when it is ticked; `true` by default. */
  readonly value?: string;
  readonly isChecked?: boolean;
};

/** One yes that may be given. Never ticked in advance where it is a consent. */
export function checkbox(props: CheckboxProps): SafeHtml {
  const id = fieldId(props);
  return html`<div class="portal-single-check">
    ${fieldError(id, props)}${checkInput(props)}${fieldHint(id, props.hint)}
  </div>`;
}

export type CheckboxesProps = FieldProps & {
  readonly options: readonly RadioOption[];
  readonly values: readonly string[];
};

/** Any number of a few; each ticked value is sent under the same name. The first box has the group's id. */
export function checkboxes(props: CheckboxesProps): SafeHtml {
  const id = fieldId(props);
  return fieldset({
    ...props,
    id,
    body: props.options.map((option, index) =>
      oneOfSeveral(props, option, index === 0 ? id : `${id}-${String(index)}`),
    ),
  });
}

function oneOfSeveral(
  props: CheckboxesProps,
  { value, label, hint }: RadioOption,
  id: string,
): SafeHtml {
  const hintId = `${id}-option-hint`;
  const box = checkInput({
    name: props.name,
    id,
    label,
    value,
    isChecked: props.values.includes(value),
    locale: props.locale,
    ...(hint === undefined ? {} : { describedById: hintId }),
  });
  if (hint === undefined) return box;
  return html`<div>
    ${box}
    <div class="kern-hint portal-option-hint" id="${hintId}">${hint}</div>
  </div>`;
}

function checkInput(
  props: CheckboxProps & { readonly describedById?: string },
): SafeHtml {
  const id = fieldId(props);
  const given = attributes({
    class: classes(
      "kern-form-check__checkbox",
      props.error !== undefined && "kern-form-check__checkbox--error",
    ),
    type: "checkbox",
    id,
    name: props.name,
    value: props.value ?? "true",
    checked: props.isChecked === true,
    "aria-describedby": props.describedById ?? describedBy(id, props),
    "aria-invalid": props.error === undefined ? undefined : "true",
  });
  return html`<div class="kern-form-check">
    <input${given} /><label class="kern-label" for="${id}"
      >${labelText(props)}</label
    >
  </div>`;
}
