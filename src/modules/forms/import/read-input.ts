import type {
  FormField,
  MediaType,
  TextField,
} from "../domain/form-definition.ts";
import type { BaseField, FieldParts } from "./field-details.ts";
import {
  fittingHints,
  hintsFor,
  soundsLikeGivenName,
  soundsLikeIdentifier,
} from "./field-hints.ts";
import { shorten } from "./import-message.ts";
import {
  readDateRange,
  readLengths,
  readPattern,
  readRange,
} from "./precision.ts";
import { readableText } from "./read-sequence.ts";

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
  return {
    ...base,
    dataType:
      type === "num" || type === "num_int"
        ? numberTypes[type]
        : numberTypes.num_currency,
    ...readLengths(precision),
    ...readRange(precision),
  };
}

const defaultMaxBytes = 10_000_000;
const defaultMediaTypes: readonly MediaType[] = [
  "application/pdf",
  "image/jpeg",
  "image/png",
];
const mediaTypes: readonly string[] = [
  ...defaultMediaTypes,
  "image/tiff",
  "image/heic",
  "text/plain",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] satisfies readonly MediaType[];

function readFile(parts: FieldParts, base: BaseField): FormField {
  const { common, type } = parts;
  if (type === "obj")
    common.report.warning("object-as-file", common.children.find("datentyp"), {
      label: base.label,
    });
  return {
    ...base,
    dataType: "file",
    maxBytes: readMaxBytes(parts),
    mediaTypes: readMediaTypes(parts),
  };
}

// What the portal takes at most, whatever the schema allows.
const largestFileBytes = 100_000_000;

function readMaxBytes({ common }: FieldParts): number {
  const element = common.children.find("maxSize");
  const text = readableText(element);
  const bytes = /^\+?\d{1,15}$/.test(text) ? Number(text) : 0;
  if (bytes > 0) return Math.min(bytes, largestFileBytes);
  if (element)
    common.report.warning("file-size-ignored", element, {
      value: shorten(text),
    });
  return defaultMaxBytes;
}

/** Types the portal does not know are left out: nobody could open or check them. */
function readMediaTypes({ common }: FieldParts): readonly MediaType[] {
  const elements = common.children.all("mediaType");
  const known = elements.filter((element) =>
    isMediaType(readableText(element).toLowerCase()),
  );
  for (const element of elements)
    if (!known.includes(element))
      common.report.warning("media-type-ignored", element, {
        value: shorten(readableText(element)),
      });
  const types = known.map((element) => readableText(element).toLowerCase());
  const unique = [...new Set(types)].filter(isMediaType);
  return unique.length === 0 ? defaultMediaTypes : unique;
}

function isMediaType(text: string): text is MediaType {
  return mediaTypes.includes(text);
}

function autocomplete(label: string): { autocomplete?: string } {
  const token = hintsFor(label).autocomplete;
  return token === undefined ? {} : { autocomplete: token };
}
