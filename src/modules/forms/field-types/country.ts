import { z } from "zod";
import { textInput } from "../../../ui/text-input.ts";
import type { CountryField } from "../domain/form-definition.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";

export const country = defineFieldType<CountryField>({
  shape: z.strictObject({ ...fieldShape, dataType: z.literal("country") }),
  errors: { de: {}, en: {} },
  read: (_field, typed) => typed(),
  check: () => undefined,
  missing: () => ({ code: "required" }),
  show: (_field, value) => value,
  render: (_field, { props, value }) => textInput({ ...props, value }),
  samples: () => ({ valid: [], invalid: [] }),
});
