import { z } from "zod";
import { textInput } from "../../../ui/text-input.ts";
import type { TimeField } from "../domain/form-definition.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";
import { timeErrors, timeTexts } from "./i18n/time.ts";
import { isTime, parseTime } from "./time-value.ts";

/** Time of the day. */
export const time = defineFieldType<TimeField, keyof typeof timeErrors.de>({
  shape: z.strictObject({ ...fieldShape, dataType: z.literal("time") }),
  plain: { dataType: "time" },
  errors: timeErrors,
  read: (_field, typed) => parseTime(typed()) ?? typed().trim(),
  check: (_field, value) => (isTime(value) ? undefined : { code: "time" }),
  missing: () => ({ code: "required-time" }),
  show: (_field, value, locale) =>
    isTime(value) ? timeTexts(locale)("shown", { time: value }) : value,
  render: (_field, { props, value }) =>
    textInput({
      ...props,
      hint: props.hint ?? timeTexts(props.locale)("hint"),
      suffix: timeTexts(props.locale)("suffix"),
      inputMode: "numeric",
      width: 6,
      value,
    }),
  samples: () => ({
    valid: ["08:30", "8:30", "8.30", "830", "8 Uhr 30", "8 Uhr", "17"],
    invalid: ["24:00", "8:60", "mittags", "8:3"],
  }),
});
