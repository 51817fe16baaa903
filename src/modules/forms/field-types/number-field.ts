import { z } from "zod";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { textInput, type TextInputProps } from "../../../ui/text-input.ts";
import type { NumberField } from "../domain/form-definition.ts";
import { fieldShape, lengthShape, optional } from "./field-shape.ts";
import { defineFieldType, type FieldType, type Samples } from "./field-type.ts";
import { numberErrors } from "./i18n/number.ts";
import { checkNumber, showNumber } from "./number-value.ts";
import { canonicalNumber } from "./read-number.ts";

const numberShape = z.strictObject({
  ...fieldShape,
  ...lengthShape,
  dataType: z.enum(["number", "integer", "currency"]),
  minValue: optional(z.number()),
  maxValue: optional(z.number()),
  unit: optional(z.string()),
});

/** Numbers, whole numbers and amounts of money: one shape and one way of reading. */
export function defineNumberType(parts: {
  readonly dataType: NumberField["dataType"];
  readonly inputMode: TextInputProps["inputMode"];
  /** What stands behind the input and behind a shown value; by default the field's own unit. */
  unit?(locale: Locale): { readonly input: string; readonly shown: string };
  samples(field: NumberField): Samples;
}): FieldType<NumberField, keyof typeof numberErrors.de> {
  const unitOf = (field: NumberField, locale: Locale) =>
    parts.unit?.(locale) ?? { input: field.unit, shown: field.unit };
  return defineFieldType<NumberField, keyof typeof numberErrors.de>({
    shape: numberShape,
    plain: { dataType: parts.dataType },
    errors: numberErrors,
    read: (field, typed) => canonicalNumber(field, typed()),
    check: checkNumber,
    missing: () => ({ code: "required" }),
    show: (field, value, locale) =>
      [showNumber(value, locale), unitOf(field, locale).shown]
        .filter((part) => part !== undefined)
        .join(" "),
    render: (field, { props, value }) => {
      const suffix = unitOf(field, props.locale).input;
      return textInput({
        ...props,
        ...(parts.inputMode ? { inputMode: parts.inputMode } : {}),
        ...(suffix === undefined ? {} : { suffix }),
        width: 20,
        // Numbers are read with a decimal comma, so the inputs show one in every language.
        value: showNumber(value, "de"),
      });
    },
    samples: (field) => parts.samples(field),
  });
}
