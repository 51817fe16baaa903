import { bicErrors, bicName } from "./i18n/bic.ts";
import { defineTextType } from "./text-field.ts";

/** Code of a bank. @see ISO 9362 */
export const bic = defineTextType({
  format: "bic",
  name: bicName,
  errors: bicErrors,
  tidy: (text) => {
    const compact = text
      .replace(/^BIC\b:?/i, "")
      .replaceAll(/\s/g, "")
      .toUpperCase();
    return shape.test(compact) ? compact : text;
  },
  checkFormat: (value) => (shape.test(value) ? undefined : { code: "bic" }),
  input: { autocapitalize: "characters", spellCheck: false, width: 20 },
  samples: () => ({
    valid: ["NOLADE21LWL", "cobadeff", "COBA DE FF XXX"],
    invalid: ["NOLADE21L", "12345678901", "Sparkasse"],
  }),
});

const shape = /^[A-Z\d]{4}[A-Z]{2}[A-Z\d]{2}(?:[A-Z\d]{3})?$/;
