import { houseNumberErrors, houseNumberName } from "./i18n/house-number.ts";
import { defineTextType, withSingleSpaces } from "./text-field.ts";

/** House number with what may follow it: `12`, `12 a`, `12-14`, `12 1/2`. */
export const houseNumber = defineTextType({
  format: "house-number",
  name: houseNumberName,
  errors: houseNumberErrors,
  tidy: withSingleSpaces,
  checkFormat: (value) =>
    /\d/.test(value) ? undefined : { code: "house-number" },
  input: { width: 6 },
  samples: () => ({
    valid: ["1", "12a", " 12  b ", "3-5", "7 1/2"],
    invalid: ["a", "ohne", "-"],
  }),
});
