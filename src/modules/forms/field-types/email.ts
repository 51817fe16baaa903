import { emailErrors, emailName } from "./i18n/email.ts";
import { defineTextType } from "./text-field.ts";

// Deliberately loose: whether an address exists shows only when mail arrives.
const emailAddress = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u;

/** An address for electronic mail. */
export const email = defineTextType({
  format: "email",
  name: emailName,
  errors: emailErrors,
  checkFormat: (value) =>
    emailAddress.test(value) ? undefined : { code: "email" },
  input: { type: "email", inputMode: "email" },
  samples: () => ({
    valid: ["erika.muster@beispiel.de", " vor.nach+x@amt.schwerin.de "],
    invalid: ["erika", "erika@beispiel", "e rika@beispiel.de", "@beispiel.de"],
  }),
});
