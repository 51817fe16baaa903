import { postcodeErrors, postcodeName } from "./i18n/postcode.ts";
import { defineTextType } from "./text-field.ts";

/** German postcode, stored as five digits. */
export const postcode = defineTextType({
  format: "postcode",
  name: postcodeName,
  errors: postcodeErrors,
  // The country in front, as on letters from abroad.
  tidy: (text) =>
    /^(?:D|DE)?[\s-]*(\d{2})\s?(\d{3})$/i.exec(text)?.slice(1).join("") ?? text,
  checkFormat: (value) =>
    /^\d{5}$/.test(value) ? undefined : { code: "postcode" },
  input: { inputMode: "numeric", width: 6, suggest: { kind: "postcode" } },
  scripts: ["address-suggestions"],
  samples: () => ({
    valid: ["19053", "D-19053", "DE 19053", " 19 053 "],
    invalid: ["1905", "190533", "A-1010", "Schwerin"],
  }),
});
