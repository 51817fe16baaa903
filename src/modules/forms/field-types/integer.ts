import { defineNumberType } from "./number-field.ts";
import { numberSamples } from "./number-samples.ts";

/** A whole number. */
export const integer = defineNumberType({
  dataType: "integer",
  inputMode: "numeric",
  samples: numberSamples,
});
