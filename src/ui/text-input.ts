import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import { describedBy, fieldFrame, fieldId, type FieldProps } from "./field.ts";

export type TextInputProps = FieldProps & {
  readonly value?: string;
  readonly type?: "text" | "email" | "tel" | "url" | "password" | "search";
  /** Keyboard on phones; `numeric` instead of `type=number`, which eats leading zeros. */
  readonly inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url";
  /** Token of HTML's autofill list, e.g. `given-name` (WCAG 1.3.5). */
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** Keyboard with capitals, for codes. */
  readonly autocapitalize?: "characters";
  /** False for codes and names, which no dictionary knows; types other than text have none anyway. */
  readonly spellCheck?: false;
  /** Width in characters, so that the size says how much is expected. */
  readonly width?: 4 | 6 | 10 | 20;
  /** Offers towns or streets, or fills a town in, where scripts run. */
  readonly suggest?: {
    readonly kind: "town" | "street" | "postcode";
    /** Name of the list of suggestions. */
    readonly label?: string;
  };
  /** True for the one input that an action on this page made for typing into: the page opens there. */
  readonly isFocused?: boolean;
  /** Unit shown behind the field, e.g. "Euro". */
  readonly suffix?: string;
};

/** One line of text. */
export function textInput(props: TextInputProps): SafeHtml {
  const id = fieldId(props);
  const input = html`<input${attributes({
    class: inputClass(props),
    id,
    name: props.name,
    type: props.type ?? "text",
    value: props.value,
    inputmode: props.inputMode,
    autocomplete: props.autocomplete,
    maxlength: props.maxLength,
    autofocus: props.isFocused === true,
    "aria-describedby": describedBy(id, props),
    "aria-invalid": props.error === undefined ? undefined : "true",
    "data-suggest": props.suggest?.kind,
    "data-suggest-label": props.suggest?.label,
    autocapitalize: props.autocapitalize,
    spellcheck:
      props.type === undefined && props.spellCheck !== false
        ? undefined
        : "false",
  })} />`;
  return fieldFrame(props, withSuffix(input, props.suffix));
}

function inputClass(props: TextInputProps): string {
  return classes(
    "kern-form-input__input",
    props.error !== undefined && "kern-form-input__input--error",
    props.width !== undefined && `portal-width-${props.width}`,
  );
}

function withSuffix(input: SafeHtml, suffix: string | undefined): SafeHtml {
  if (suffix === undefined) return input;
  return html`<div class="kern-input-group">
    ${input}<span class="kern-input-group-text kern-body">${suffix}</span>
  </div>`;
}
