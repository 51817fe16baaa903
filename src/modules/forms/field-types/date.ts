import { z } from "zod";
import { dateInput } from "../../../ui/date-input.ts";
import type { DateField } from "../domain/form-definition.ts";
import {
  canonicalDate,
  checkDate,
  parseWholeDate,
  showDate,
  splitDate,
} from "./date-value.ts";
import { fieldShape, optional } from "./field-shape.ts";
import { defineFieldType, type Typed } from "./field-type.ts";
import { dateErrors } from "./i18n/date.ts";

/** A day, in three inputs. */
export const date = defineFieldType<DateField, keyof typeof dateErrors.de>({
  shape: z.strictObject({
    ...fieldShape,
    dataType: z.literal("date"),
    minDate: optional(z.string()),
    maxDate: optional(z.string()),
  }),
  errors: dateErrors,
  read: (_field, typed) => readDate(typed),
  check: (_field, value) => checkDate(value),
  missing: () => ({ code: "required-date" }),
  show: (_field, value, locale) => showDate(value, locale),
  render: (field, { props, value }) =>
    dateInput({
      ...props,
      value: splitDate(value),
      isBirthday: field.autocomplete === "bday",
    }),
  samples: () => ({ valid: ["31.12.2026"], invalid: ["31.2.2026", "morgen"] }),
});

function readDate(typed: Typed): string {
  const whole = typed();
  if (whole !== "")
    return canonicalDate(parseWholeDate(whole) ?? splitDate(whole));
  return canonicalDate({
    day: typed("-day"),
    month: typed("-month"),
    year: typed("-year"),
  });
}
