import { z } from "zod";
import { checkboxes } from "../../../ui/checkbox.ts";
import type { ConsentField } from "../domain/form-definition.ts";
import { checkChoice } from "./choices.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";
import { consentErrors, consentTexts } from "./i18n/consent.ts";

/** A statement to agree to by one box. Never ticked in advance: that would be no consent (Art. 4 Nr. 11 DSGVO). */
export const consent = defineFieldType<
  ConsentField,
  keyof typeof consentErrors.de
>({
  shape: z.strictObject({
    ...fieldShape,
    dataType: z.literal("consent"),
    content: z.string(),
  }),
  plain: { dataType: "consent", content: "…" },
  errors: consentErrors,
  read: (_field, typed) => typed(),
  check: (_field, value) => checkChoice(["true"], value),
  missing: () => ({ code: "required-consent" }),
  show: (_field, value, locale) =>
    value === "true" ? consentTexts(locale)("given") : value,
  render: ({ content }, { props, value }) =>
    checkboxes({
      ...props,
      options: [{ value: "true", label: content }],
      values: [value],
    }),
  samples: () => ({ valid: ["true"], invalid: ["false", "ja"] }),
});
