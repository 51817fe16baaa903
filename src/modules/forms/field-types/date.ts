import { z } from "zod";
import { dateInput } from "../../../ui/date-input.ts";
import type { DateField } from "../domain/form-definition.ts";
import { checkDate, readDate, showDate, splitDate } from "./date-value.ts";
import { fieldShape, optional } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";
import { dateErrors } from "./i18n/date.ts";
import { isBirthday, yearLimits } from "./year-limits.ts";

/** A day, in three inputs or written into one. */
export const date = defineFieldType<DateField, keyof typeof dateErrors.de>({
  shape: z.strictObject({
    ...fieldShape,
    dataType: z.literal("date"),
    minDate: optional(z.string()),
    maxDate: optional(z.string()),
  }),
  plain: { dataType: "date" },
  errors: dateErrors,
  read: (field, typed, today) =>
    readDate(typed, { ...yearLimits(field), today }),
  check: (field, value, today) =>
    checkDate(value) ?? checkLimits(field, value, today),
  missing: () => ({ code: "required-date" }),
  show: (_field, value, locale) => showDate(value, locale),
  render: (field, { props, value }) =>
    dateInput({
      ...props,
      value: splitDate(value),
      isBirthday: field.autocomplete === "bday",
    }),
  scripts: ["date-input"],
  samples: (field) => {
    const day = field.minDate ?? field.maxDate ?? "2020-02-29";
    const german = showDate(day, "de");
    return {
      valid: [day, german],
      invalid: ["31.2.2026", "morgen", "12.2026", ...beyond(field)],
    };
  },
});

function checkLimits(
  field: DateField,
  value: string,
  today: string | undefined,
) {
  const { minDate, maxDate } = field;
  if (minDate !== undefined && value < minDate)
    return { code: "date-early", params: { date: minDate } } as const;
  if (maxDate !== undefined && value > maxDate)
    return { code: "date-late", params: { date: maxDate } } as const;
  return today !== undefined && value > today && isBirthday(field)
    ? ({ code: "date-future" } as const)
    : undefined;
}

function beyond({ minDate, maxDate }: DateField): string[] {
  return [
    ...(minDate === undefined ? [] : ["1.1.1000"]),
    ...(maxDate === undefined ? [] : ["31.12.9999"]),
  ];
}
