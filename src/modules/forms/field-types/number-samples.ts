import type { NumberField } from "../domain/form-definition.ts";
import type { Samples } from "./field-type.ts";

/** Numbers at the field's limits and beyond them, with as many digits as it asks for. */
export function numberSamples(field: NumberField): Samples {
  const { minValue, maxValue, minLength = 0 } = field;
  const low = minValue ?? Math.min(0, maxValue ?? 0);
  const high = maxValue ?? Math.max(low, 0);
  const write = (amount: number) =>
    `${amount < 0 ? "-" : ""}${String(Math.abs(amount)).replace(".", ",").padStart(minLength, "0")}`;
  return {
    valid: [...new Set([low, high])].map(write),
    invalid: [
      "viele",
      "1,2,3",
      ...(minValue === undefined ? [] : [write(minValue - 1)]),
      ...(maxValue === undefined ? [] : [write(maxValue + 1)]),
    ],
  };
}
