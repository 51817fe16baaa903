import { html, type HtmlValue, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import {
  describedBy,
  fieldError,
  fieldHint,
  labelText,
  type FieldProps,
} from "./field.ts";

export type FieldsetProps = Pick<
  FieldProps,
  "label" | "hint" | "error" | "isOptional" | "locale"
> & {
  /** Base of the ids of hint and error; the fieldset itself gets it only with `isTarget`. */
  readonly id: string;
  /** True when an error summary shall jump to the whole group instead of one input in it. */
  readonly isTarget?: boolean;
  readonly isHorizontal?: boolean;
  readonly body: HtmlValue;
};

/** Group of inputs that belong together; `label` is its legend. */
export function fieldset(props: FieldsetProps): SafeHtml {
  const given = attributes({
    class: classes(
      "kern-fieldset",
      props.error !== undefined && "kern-fieldset--error",
    ),
    id: props.isTarget === true ? props.id : undefined,
    tabindex: props.isTarget === true ? -1 : undefined,
    "aria-describedby": describedBy(props.id, props),
  });
  const bodyClass = classes(
    "kern-fieldset__body",
    props.isHorizontal === true && "kern-fieldset__body--horizontal",
  );
  return html`<fieldset${given}>
    <legend class="kern-label kern-label--large">${labelText(props)}</legend>
    ${fieldHint(props.id, props.hint)} ${fieldError(props.id, props)}
    <div class="${bodyClass}">${props.body}</div>
  </fieldset>`;
}
