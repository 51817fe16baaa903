import type { DateField } from "../domain/form-definition.ts";
import type { YearLimits } from "./date-value.ts";

/** What decides about a year of two digits, besides today. */
export function yearLimits(field: DateField): YearLimits {
  const { minDate, maxDate } = field;
  return {
    ...(isBirthday(field) ? { isBirthday: true as const } : {}),
    ...(minDate === undefined ? {} : { minDate }),
    ...(maxDate === undefined ? {} : { maxDate }),
  };
}

/** Said by the form, or by the label of a form that does not say it. */
export function isBirthday({
  autocomplete,
  prefill,
  label,
}: DateField): boolean {
  return (
    autocomplete === "bday" ||
    prefill?.source === "account.date-of-birth" ||
    /^(?:geburtsdatum|geburtstag|geboren am|date of birth)/i.test(label)
  );
}
