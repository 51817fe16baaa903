import { z } from "zod";
import { dateInput } from "../../../ui/date-input.ts";
import type { DateTimeField } from "../domain/form-definition.ts";
import {
  canonicalDate,
  checkDate,
  isDate,
  showDate,
  splitDate,
  type DateParts,
} from "./date-value.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";
import { datetimeErrors } from "./i18n/datetime.ts";
import { timeTexts } from "./i18n/time.ts";
import { isTime, parseTime } from "./time-value.ts";

/** A day and a time on it. */
export const datetime = defineFieldType<
  DateTimeField,
  keyof typeof datetimeErrors.de
>({
  shape: z.strictObject({ ...fieldShape, dataType: z.literal("datetime") }),
  plain: { dataType: "datetime" },
  errors: datetimeErrors,
  read: (_field, typed, today) => {
    const whole = typed().trim();
    const parts =
      whole === ""
        ? {
            day: typed("-day"),
            month: typed("-month"),
            year: typed("-year"),
            time: typed("-time"),
          }
        : splitWhole(whole);
    return canonicalDateTime(parts, today);
  },
  check: (_field, value) => {
    const { time, ...date } = splitDateTime(value);
    const problem = checkDate(canonicalDate(date));
    if (problem) return { code: "datetime-date" };
    if (time === "") return { code: "datetime-incomplete" };
    // Also refuses a date that was read but stands beside a time that was not.
    return isCanonical(value) ? undefined : { code: "datetime-time" };
  },
  missing: () => ({ code: "required-datetime" }),
  show: (_field, value, locale) => {
    const { time, ...date } = splitDateTime(value);
    const shown = isTime(time) ? timeTexts(locale)("shown", { time }) : time;
    return [showDate(canonicalDate(date), locale), shown]
      .filter((part) => part !== "")
      .join(", ");
  },
  render: (_field, { props, value }) => {
    const { time, ...date } = splitDateTime(value);
    return dateInput({ ...props, value: date, time });
  },
  scripts: ["date-input"],
  samples: () => ({
    valid: ["2026-12-31T08:30", "31.12.2026 8:30", "31.12.2026, 8 Uhr 30"],
    invalid: ["31.2.2026 8:30", "31.12.2026", "31.12.2026 25:00", "8:30"],
  }),
});

type Parts = DateParts & { readonly time: string };

function canonicalDateTime(
  { time: typedTime, ...typedDate }: Parts,
  today: string | undefined,
): string {
  const date = canonicalDate(typedDate, { today });
  const time = parseTime(typedTime) ?? typedTime;
  if (date === "" && time.trim() === "") return "";
  if (isDate(date) && isTime(time)) return `${date}T${time}`;
  const { day, month, year } = splitDate(date);
  return [day, month, year, time].join(partSeparator);
}

function isCanonical(value: string): boolean {
  const [date = "", time = ""] = value.split("T");
  return isDate(date) && isTime(time) && value.length === 16;
}

// Cannot be typed into an input of one line.
const partSeparator = "\n";

function splitDateTime(value: string): Parts {
  if (isCanonical(value)) {
    const [date = "", time = ""] = value.split("T");
    return { ...splitDate(date), time };
  }
  const [day = "", month = "", year = "", ...time] = value.split(partSeparator);
  return { day, month, year, time: time.join(partSeparator) };
}

/** `2026-12-31T08:30` or `31.12.2026, 8:30 Uhr` in one input. */
function splitWhole(text: string): Parts {
  const match =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/.exec(text) ??
    /^(.*\d{2}),?\s+(\d{1,2}(?:[:.h ].*|\d{2}.*|))$/s.exec(text);
  const [, day = text, time = ""] = match ?? [];
  return { day, month: "", year: "", time };
}
