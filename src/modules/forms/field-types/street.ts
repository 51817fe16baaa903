import { streetErrors } from "./i18n/street.ts";
import { defineTextType, withSingleSpaces } from "./text-field.ts";

/** Name of a street. */
export const street = defineTextType({
  format: "street",
  errors: streetErrors,
  tidy: withSingleSpaces,
  checkFormat: (value) =>
    /\p{L}/u.test(value) ? undefined : { code: "street" },
  samples: () => ({
    valid: ["Am  Packhof", "Weg am 17. Juni", "C1"],
    invalid: ["12", "-"],
  }),
});
