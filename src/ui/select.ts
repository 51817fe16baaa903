import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import { describedBy, fieldFrame, fieldId, type FieldProps } from "./field.ts";
import { uiTexts } from "./i18n/texts.ts";

export type Option = { readonly value: string; readonly label: string };

export type SelectProps = FieldProps & {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  /** Adds a way to filter where scripts run. */
  readonly isLong?: boolean;
  /** What choosing nothing means, where it is an answer: "all". */
  readonly emptyLabel?: string;
  /** Autofill token, e.g. `country-name`. */
  readonly autocomplete?: string;
};

/** One of many (more than about six; fewer are `radios`). Starts with an empty choice. */
export function select(props: SelectProps): SafeHtml {
  const id = fieldId(props);
  const given = attributes({
    class: classes(
      "kern-form-input__select",
      props.error !== undefined && "kern-form-input__select--error",
    ),
    id,
    name: props.name,
    autocomplete: props.autocomplete,
    "aria-describedby": describedBy(id, props),
    "aria-invalid": props.error === undefined ? undefined : "true",
    "data-filter":
      props.isLong === true
        ? uiTexts(props.locale)("select.filter")
        : undefined,
    "data-filter-count":
      props.isLong === true
        ? uiTexts(props.locale)("select.filter.count")
        : undefined,
  });
  const label = props.emptyLabel ?? uiTexts(props.locale)("select.empty");
  const empty = { value: "", label };
  return fieldFrame(
    props,
    html`<div class="kern-form-input__select-wrapper">
      <select${given}>
        ${[empty, ...props.options].map((option) => optionElement(option, props.value))}
      </select>
    </div>`,
  );
}

function optionElement(option: Option, value: string | undefined): SafeHtml {
  const given = attributes({
    value: option.value,
    selected: option.value === value && value !== "",
  });
  return html`<option${given}>${option.label}</option>`;
}
