import { z } from "zod";
import { dateInput } from "../../../ui/date-input.ts";
import type { DateTimeField } from "../domain/form-definition.ts";
import { isDateTime, readDateTime, splitDateTime } from "./date-time-value.ts";
import { canonicalDate, checkDate, showDate } from "./date-value.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";
import { datetimeErrors } from "./i18n/datetime.ts";
import { timeTexts } from "./i18n/time.ts";
import { isTime } from "./time-value.ts";

/** A day and a time on it. */
export const datetime = defineFieldType<
  DateTimeField,
  keyof typeof datetimeErrors.de
>({
  shape: z.strictObject({ ...fieldShape, dataType: z.literal("datetime") }),
  plain: { dataType: "datetime" },
  errors: datetimeErrors,
  read: (_field, typed, today) => readDateTime(typed, today),
  check: (_field, value) => {
    const { time, ...date } = splitDateTime(value);
    const problem = checkDate(canonicalDate(date));
    if (problem) return { code: "datetime-date" };
    if (time === "") return { code: "datetime-incomplete" };
    // Also refuses a date that was read but stands beside a time that was not.
    return isDateTime(value) ? undefined : { code: "datetime-time" };
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
