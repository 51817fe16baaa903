import type { FileAnswer } from "../domain/answers.ts";
import type { ValueProblem } from "../domain/field-error.ts";
import type { InputField } from "../domain/form-definition.ts";
import { fieldTypeOf, fieldTypes } from "../field-types/field-types.ts";

/** What is wrong with a stored value of this field; undefined when nothing is. Never throws. `today` as `2026-12-31`. */
export function checkValue(
  field: InputField,
  value: string | FileAnswer,
  today?: string,
): ValueProblem | undefined {
  if (field.dataType === "file")
    return typeof value === "string"
      ? { code: "file-missing" }
      : fieldTypes.file.check(field, value);
  if (typeof value !== "string") return { code: "characters" };
  return fieldTypeOf(field).check(field, value, today);
}
