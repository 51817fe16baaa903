import { z } from "zod";
import { radios } from "../../../ui/radios.ts";
import type { BooleanField } from "../domain/form-definition.ts";
import { checkChoice, withNoAnswer } from "./choices.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";
import { choiceTexts } from "./i18n/choices.ts";

/** Yes or no; never a lone checkbox: an empty box cannot be told from a question that was not seen. */
export const boolean = defineFieldType<BooleanField>({
  shape: z.strictObject({ ...fieldShape, dataType: z.literal("boolean") }),
  plain: { dataType: "boolean" },
  errors: { de: {}, en: {} },
  read: (_field, typed) => typed(),
  check: (_field, value) => checkChoice(["true", "false"], value),
  missing: () => ({ code: "required-choice" }),
  show: (_field, value, locale) => {
    const t = choiceTexts(locale);
    if (value === "true") return t("yes");
    return value === "false" ? t("no") : value;
  },
  render: (_field, { props, value }) => {
    const t = choiceTexts(props.locale);
    const options = [
      { value: "true", label: t("yes") },
      { value: "false", label: t("no") },
    ];
    return radios({ ...props, options: withNoAnswer(options, props), value });
  },
  samples: () => ({ valid: ["true", "false"], invalid: ["vielleicht"] }),
});
