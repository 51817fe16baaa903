import { z } from "zod";
import { textInput } from "../../../ui/text-input.ts";
import type { LocationField } from "../domain/form-definition.ts";
import { fieldShape } from "./field-shape.ts";
import { defineFieldType } from "./field-type.ts";

export const location = defineFieldType<LocationField>({
  shape: z.strictObject({
    ...fieldShape,
    dataType: z.literal("location"),
    shape: z.enum(["point", "area"]),
  }),
  plain: { dataType: "location", shape: "point" },
  errors: { de: {}, en: {} },
  read: (_field, typed) => typed(),
  check: () => undefined,
  missing: () => ({ code: "required" }),
  show: (_field, value) => value,
  render: (_field, { props, value }) => textInput({ ...props, value }),
  samples: () => ({ valid: ["Markt"], invalid: [] }),
});
