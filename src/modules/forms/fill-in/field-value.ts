import type { FileAnswer } from "../domain/answers.ts";
import { checkDate } from "../field-types/date-value.ts";
import type { ValueProblem } from "../domain/field-error.ts";
import type {
  FileField,
  FormField,
  InputField,
} from "../domain/form-definition.ts";
import { checkNumber } from "../field-types/number-value.ts";
import { checkText } from "../field-types/text-value.ts";

/** What is wrong with a stored value of this field; undefined when nothing is. Never throws. */
export function checkValue(
  field: InputField,
  value: string | FileAnswer,
): ValueProblem | undefined {
  if (field.dataType === "file")
    return typeof value === "string"
      ? { code: "file-missing" }
      : checkFile(field, value);
  if (typeof value !== "string") return { code: "characters" };
  return checkWritten(field, value);
}

function checkWritten(
  field: Exclude<InputField, FileField>,
  value: string,
): ValueProblem | undefined {
  switch (field.dataType) {
    case "text":
      return checkText(field, value);
    case "date":
      return checkDate(value);
    case "number":
    case "integer":
    case "currency":
      return checkNumber(field, value);
    case "time":
    case "datetime":
    case "country":
    case "location":
      return undefined;
    case "boolean":
    case "consent":
      return checkChoice(["true", "false"], value);
    case "select":
      return checkChoice(
        field.options.map(({ code }) => code),
        value,
      );
  }
}

function checkChoice(
  codes: readonly string[],
  value: string,
): ValueProblem | undefined {
  return codes.includes(value) ? undefined : { code: "choice-unknown" };
}

/** The code of "nothing was entered", so that the message can say what to do for this kind of field. */
export function missingProblem(field: FormField): ValueProblem {
  switch (field.dataType) {
    case "date":
      return { code: "required-date" };
    case "file":
      return { code: "required-file" };
    case "boolean":
      return { code: "required-choice" };
    case "select":
      return {
        code:
          field.options.length === 1
            ? "required-confirmation"
            : "required-choice",
      };
    default:
      return { code: "required" };
  }
}

function checkFile(
  field: FileField,
  file: FileAnswer,
): ValueProblem | undefined {
  if (file.sizeBytes > field.maxBytes)
    return { code: "file-too-large", params: { maxBytes: field.maxBytes } };
  if (!field.mediaTypes.some((type) => type === file.mediaType))
    return { code: "file-type", params: { types: field.mediaTypes.join(" ") } };
  return undefined;
}
