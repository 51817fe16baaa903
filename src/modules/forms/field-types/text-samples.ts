import type { TextField } from "../domain/form-definition.ts";
import type { Samples } from "./field-type.ts";

/** Texts of lengths the field allows and of one that it does not. A pattern is met by the example, where the form gives one. */
export function textSamples(field: TextField): Samples {
  const max = field.maxLength ?? 2000;
  const usual = field.example ?? "Muster".repeat(400);
  const fits = (length: number) => usual.slice(0, length).trim();
  const valid = field.pattern === undefined ? fits(Math.min(max, 40)) : usual;
  return { valid: [valid], invalid: ["M".repeat(max + 1)] };
}
