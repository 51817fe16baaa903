import { defineTextType } from "./text-field.ts";

/** A telephone number. */
export const phone = defineTextType({
  errors: { de: {}, en: {} },
  input: { type: "tel", inputMode: "tel" },
  samples: () => ({ valid: ["0385 545-1111"], invalid: [] }),
});
