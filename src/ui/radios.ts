import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import { fieldId, hintText, type FieldProps } from "./field.ts";
import { fieldset } from "./fieldset.ts";
import type { Option } from "./select.ts";

export type RadioOption = Option & { readonly hint?: string };

export type RadiosProps = FieldProps & {
  readonly options: readonly RadioOption[];
  readonly value?: string | undefined;
  /** Side by side; only for two or three short answers such as yes and no. */
  readonly isHorizontal?: boolean;
};

/** One of a few, all visible. The first one has the group's id, so that the error summary leads into it. */
export function radios(props: RadiosProps): SafeHtml {
  const id = fieldId(props);
  return fieldset({
    ...props,
    id,
    body: props.options.map((option, index) =>
      radio(props, option, index === 0 ? id : `${id}-${String(index)}`),
    ),
  });
}

function radio(props: RadiosProps, option: RadioOption, id: string): SafeHtml {
  const hintId = `${id}-option-hint`;
  const given = attributes({
    class: classes(
      "kern-form-check__radio",
      props.error !== undefined && "kern-form-check__radio--error",
    ),
    type: "radio",
    id,
    name: props.name,
    value: option.value,
    checked: option.value === props.value,
    "aria-describedby": option.hint === undefined ? undefined : hintId,
  });
  return html`<div>
    <div class="kern-form-check">
      <input${given} />
      <label class="kern-label" for="${id}">${option.label}</label>
    </div>
    ${
      option.hint !== undefined &&
      html`<div class="kern-hint portal-option-hint" id="${hintId}">
        ${hintText(option.hint)}
      </div>`
    }
  </div>`;
}
