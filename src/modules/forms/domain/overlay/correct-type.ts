import { largestFileBytes, type FormField } from "../form-definition.ts";
import { compilePattern } from "../pattern.ts";
import type { OverlayFindingCode } from "./finding.ts";
import { baseOf } from "./field-type.ts";
import { atElement, type Layers } from "./layers.ts";
import type { FieldType } from "./overlay.ts";

/** The field with the type that the overlays give it; as it was where they give none, or one that contradicts itself or the form. */
export function correctType(
  field: FormField,
  path: string,
  layers: Layers,
): FormField {
  const type = layers.ofElement(path, (change) => change.type);
  if (!type) return field;
  const faults = faultsOf(type, field);
  for (const fault of faults) layers.report(fault, atElement(path));
  return faults.some((fault) => fault !== "type-other-for-file")
    ? field
    : { ...baseOf(field), ...type };
}

function faultsOf(type: FieldType, field: FormField): OverlayFindingCode[] {
  const faults: OverlayFindingCode[] = [];
  if (areLimitsReversed(type)) faults.push("type-limits-reversed");
  if (type.dataType === "select") faults.push(...faultsOfOptions(type.options));
  if (
    type.dataType === "text" &&
    type.pattern !== undefined &&
    !compilePattern(type.pattern).ok
  )
    faults.push("type-pattern-unreadable");
  if (type.dataType === "file" && type.maxBytes > largestFileBytes)
    faults.push("type-file-too-large");
  if (type.dataType !== field.dataType)
    faults.push(...faultsOfChange(type.dataType, field.dataType));
  return faults;
}

function areLimitsReversed(type: FieldType): boolean {
  switch (type.dataType) {
    case "text":
      return isReversed(type.minLength, type.maxLength);
    case "date":
      return isReversed(type.minDate, type.maxDate);
    case "number":
    case "integer":
    case "currency":
      return (
        isReversed(type.minLength, type.maxLength) ||
        isReversed(type.minValue, type.maxValue)
      );
    default:
      return false;
  }
}

function isReversed<Limit extends number | string>(
  min: Limit | undefined,
  max: Limit | undefined,
): boolean {
  return min !== undefined && max !== undefined && min > max;
}

function faultsOfOptions(
  options: readonly { readonly code: string }[],
): OverlayFindingCode[] {
  if (options.length === 0) return ["type-options-missing"];
  const codes = new Set(options.map(({ code }) => code));
  return codes.size < options.length ? ["type-options-twice"] : [];
}

/** Text to read and a question are different things; a file can be asked for in words, but whoever receives it should know. */
function faultsOfChange(
  to: FormField["dataType"],
  from: FormField["dataType"],
): OverlayFindingCode[] {
  if (to === "label") return ["type-label-for-field"];
  if (from === "label") return ["type-field-for-label"];
  return to === "file" || from === "file" ? ["type-other-for-file"] : [];
}
