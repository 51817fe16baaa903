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
  /** Set for a date with a time of the day: what was typed. */
  readonly time?: string;
};

/** A date people know by heart, in three inputs: typing is faster than a calendar. The day has the field's id. */
export function dateInput(props: DateInputProps): SafeHtml {
  const id = fieldId(props);
  const parts = (["day", "month", "year", "time"] as const).filter(
    (part) => part !== "time" || props.time !== undefined,
  );
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
    body: parts.map((part) => partInput(props, part)),
  });
}

type Part = keyof DateParts | "time";

const autofill: Partial<Record<Part, string>> = {
  day: "bday-day",
  month: "bday-month",
  year: "bday-year",
};

// A whole date may be pasted into the first input, and a month may be written as a word.
const longest: Readonly<Record<Part, number>> = {
  day: 20,
  month: 10,
  year: 4,
  time: 12,
};

function partInput(props: DateInputProps, part: Part): SafeHtml {
  const id = part === "day" ? fieldId(props) : `${fieldId(props)}-${part}`;
  const given = attributes({
    class: classes(
      "kern-form-input__input",
      part === "year" || part === "time" ? "portal-width-4" : "portal-width-2",
      props.error !== undefined && "kern-form-input__input--error",
    ),
    id,
    name: `${props.name}-${part}`,
    type: "text",
    inputmode: "numeric",
    maxlength: longest[part],
    value: part === "time" ? props.time : props.value?.[part],
    autocomplete: props.isBirthday === true ? autofill[part] : undefined,
    "aria-invalid": props.error === undefined ? undefined : "true",
    "data-date-part": part,
  });
  const label = uiTexts(props.locale)(`date.${part}`);
  return html`<div class="kern-form-input portal-date-part">
    <label class="kern-label" for="${id}">${label}</label>
    <input${given} />
  </div>`;
}

/** What was typed into the three inputs of a field. */
export function dateParts(fields: URLSearchParams, name: string): DateParts {
  const part = (of: keyof DateParts) => fields.get(`${name}-${of}`) ?? "";
  return { day: part("day"), month: part("month"), year: part("year") };
}

/** A day as the calendar writes it, `2027-03-01`; nonsense stays nonsense for the rule to refuse. */
export function dayText({ day, month, year }: DateParts): string {
  const twoDigits = (text: string) => text.trim().padStart(2, "0");
  return `${year.trim()}-${twoDigits(month)}-${twoDigits(day)}`;
}
