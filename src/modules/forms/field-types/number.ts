import { defineNumberType } from "./number-field.ts";
import { numberSamples } from "./number-samples.ts";

/** A number, with a unit where the form gives one. */
export const number = defineNumberType({
  dataType: "number",
  inputMode: "decimal",
  samples: numberSamples,
});
