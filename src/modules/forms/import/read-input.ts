import type { FormField, TextField } from "../domain/form-definition.ts";
import type { BaseField, FieldParts } from "./field-details.ts";
import {
  fittingHints,
  hintsFor,
  soundsLikeGivenName,
  soundsLikeIdentifier,
} from "./field-hints.ts";
import {
  readDateRange,
  readLengths,
  readNumberLimits,
  readPattern,
} from "./precision.ts";
import { readMaxBytes, readMediaTypes } from "./read-file-limits.ts";

// One line on the screen holds about so much; longer texts get several.
const maxOneLine = 250;

/** The field of ours for a `datentyp`. */
export function readInput(parts: FieldParts, base: BaseField): FormField {
  const { type, precision } = parts;
  switch (type) {
    case "date":
      return {
        ...base,
        dataType: "date",
        ...readDateRange(precision),
        ...autocomplete(base.label),
      };
    case "time":
    case "datetime":
      return { ...base, dataType: type };
    case "bool":
      return { ...base, dataType: "boolean" };
    case "num":
    case "num_int":
    case "num_currency":
      return readNumber(parts, base);
    case "obj":
    case "file":
      return readFile(parts, base);
    default:
      return readText(parts, base);
  }
}

export function readText(
  { common, precision, kind }: FieldParts,
  base: BaseField,
): TextField {
  const { children, report } = common;
  if (soundsLikeGivenName(base.label) && base.cardinality.max !== 1)
    report.warning(
      "given-name-repeatable",
      children.find("bezeichnungEingabe"),
      { label: base.label },
    );
  const lengths = readLengths(precision);
  const field: TextField = {
    ...base,
    dataType: "text",
    ...lengths,
    ...(kind === "select" ? {} : readPattern(precision, lengths)),
  };
  const hints = kind === "select" ? {} : fittingHints(field);
  const isLong =
    (lengths.maxLength ?? 0) > maxOneLine && hints.format === undefined;
  return {
    ...field,
    ...hints,
    ...(isLong ? { multiline: true as const } : {}),
  };
}

const numberTypes = {
  num: "number",
  num_int: "integer",
  num_currency: "currency",
} as const;

function readNumber(
  { common, precision, type }: FieldParts,
  base: BaseField,
): FormField {
  const { children, report } = common;
  if (type !== "num_currency" && soundsLikeIdentifier(base.label))
    report.warning("number-for-identifier", children.find("datentyp"), {
      label: base.label,
      type,
    });
  const dataType =
    type === "num" || type === "num_int"
      ? numberTypes[type]
      : numberTypes.num_currency;
  return { ...base, dataType, ...readNumberLimits(precision, dataType) };
}

function readFile(parts: FieldParts, base: BaseField): FormField {
  const { common, type } = parts;
  if (type === "obj")
    common.report.warning("object-as-file", common.children.find("datentyp"), {
      label: base.label,
    });
  return {
    ...base,
    dataType: "file",
    maxBytes: readMaxBytes(common),
    mediaTypes: readMediaTypes(common),
  };
}

function autocomplete(label: string): { autocomplete?: string } {
  const token = hintsFor(label).autocomplete;
  return token === undefined ? {} : { autocomplete: token };
}
