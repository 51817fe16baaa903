import { html, type SafeHtml } from "../platform/html/html.ts";
import { attributes } from "./attributes.ts";
import { classes } from "./classes.ts";
import { fieldId, type FieldProps } from "./field.ts";
import { fieldset } from "./fieldset.ts";
import { uiTexts } from "./i18n/texts.ts";

/** What was typed, digits or not; kept as it is when it was wrong. */
export type DateParts = {
  readonly day: string;
  readonly month: string;
  readonly year: string;
};

export type DateInputProps = FieldProps & {
  readonly value?: DateParts;
  /** True for the visitor's own date of birth: browsers can fill it in. */
  readonly isBirthday?: boolean;
};

/** Names of the three inputs that make one date field. */
export function dateInputNames(name: string): Record<keyof DateParts, string> {
  return { day: `${name}-day`, month: `${name}-month`, year: `${name}-year` };
}

/** A date people know by heart, in three inputs: typing is faster than a calendar. The day has the field's id. */
export function dateInput(props: DateInputProps): SafeHtml {
  const id = fieldId(props);
  const hint =
    props.hint ??
    uiTexts(props.locale)(
      props.isBirthday === true ? "date.hint.birthday" : "date.hint",
    );
  return fieldset({
    ...props,
    hint,
    id,
    isHorizontal: true,
    body: (["day", "month", "year"] as const).map((part) =>
      partInput(props, part),
    ),
  });
}

const autofill = {
  day: "bday-day",
  month: "bday-month",
  year: "bday-year",
} as const;

function partInput(props: DateInputProps, part: keyof DateParts): SafeHtml {
  const id = part === "day" ? fieldId(props) : `${fieldId(props)}-${part}`;
  const given = attributes({
    class: classes(
      "kern-form-input__input",
      part === "year" ? "portal-width-4" : "portal-width-2",
      props.error !== undefined && "kern-form-input__input--error",
    ),
    id,
    name: dateInputNames(props.name)[part],
    type: "text",
    inputmode: "numeric",
    maxlength: part === "year" ? 4 : 2,
    value: props.value?.[part],
    autocomplete: props.isBirthday === true ? autofill[part] : undefined,
    "aria-invalid": props.error === undefined ? undefined : "true",
  });
  const label = uiTexts(props.locale)(`date.${part}`);
  return html`<div class="kern-form-input portal-date-part">
    <label class="kern-label" for="${id}">${label}</label>
    <input${given} />
  </div>`;
}
