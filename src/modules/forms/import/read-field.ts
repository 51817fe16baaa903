import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type {
  Cardinality,
  FormField,
  MediaType,
} from "../domain/form-definition.ts";
import {
  elementSlots,
  readCode,
  readCommonParts,
  type CommonParts,
} from "./common-parts.ts";
import {
  hintsFor,
  soundsLikeGivenName,
  soundsLikeIdentifier,
  soundsLikeSignature,
} from "./field-hints.ts";
import { readOptions } from "./read-options.ts";
import { readPrecision } from "./read-precision.ts";
import { readRules } from "./read-rules.ts";
import { many, maybe, one } from "./read-sequence.ts";
import type { SchemaReading } from "./schema-reading.ts";

const fieldSlots = [
  ...elementSlots,
  one("feldart"),
  one("datentyp"),
  one("praezisierung"),
  one("inhalt"),
  maybe("codelisteReferenz"),
  many("regel"),
];

const defaultMaxBytes = 10_000_000;
const defaultMediaTypes: readonly MediaType[] = [
  "application/pdf",
  "image/jpeg",
  "image/png",
];
// One line on the screen holds about so much; longer texts get several.
const maxOneLine = 250;

export type FieldPlace = {
  readonly cardinality: Cardinality;
  readonly parentPath: string;
  readonly reading: SchemaReading;
};

/** Turns a `datenfeld` into a field of ours; undefined where it is dropped (then a message says why). */
export function readField(
  element: XmlElement,
  place: FieldPlace,
): FormField | undefined {
  const parts = readCommonParts(element, fieldSlots, place.reading.report);
  const kind = readCode(
    parts.children.find("feldart"),
    ["input", "select", "label"],
    parts.report,
  );
  const type = readCode(
    parts.children.find("datentyp"),
    dataTypes,
    parts.report,
  );
  const base = readBase(element, parts, place);
  readRules(
    parts.children.all("regel"),
    { ...place.reading, report: parts.report },
    `${place.parentPath}${base.key}`,
  );
  if (kind === "label") return readLabel(element, parts, base);
  if (kind === "select") return readSelect(element, parts, { base, place });
  return readInput(parts, { base, type });
}

const dataTypes = [
  "text",
  "date",
  "bool",
  "num",
  "num_int",
  "num_currency",
  "file",
  "obj",
];

type Base = Pick<
  FormField,
  "kind" | "key" | "label" | "help" | "cardinality" | "source"
> & { readonly kind: "field" };

function readBase(
  element: XmlElement,
  { children, report, source }: CommonParts,
  place: FieldPlace,
): Base {
  const title = children.text("bezeichnungEingabe");
  if (title === "" && children.find("bezeichnungEingabe"))
    report.warning(
      "label-missing",
      children.find("bezeichnungEingabe") ?? element,
    );
  const help = children.text("hilfetextEingabe");
  return {
    kind: "field",
    key: source.id,
    label: title || children.text("name"),
    ...(help === "" ? {} : { help }),
    cardinality: place.cardinality,
    source,
  };
}

/** A signature cannot be given on a screen and is not needed: § 13 EGovG. */
function readLabel(
  element: XmlElement,
  { children, report }: CommonParts,
  base: Base,
): FormField | undefined {
  const content = children.text("inhalt");
  if (soundsLikeSignature(base.label)) {
    report.warning("signature-dropped", element, { label: base.label });
    return undefined;
  }
  if (content === "" && base.help === undefined) {
    report.warning("label-empty-dropped", element, { label: base.label });
    return undefined;
  }
  return { ...base, dataType: "label", content: content || (base.help ?? "") };
}

function readSelect(
  element: XmlElement,
  parts: CommonParts,
  { base, place }: { readonly base: Base; readonly place: FieldPlace },
): FormField {
  const precision = readPrecision(
    parts.children.find("praezisierung"),
    parts.report,
  );
  const read = readOptions(element, parts, place.reading);
  if (read) {
    if (precision.pattern !== undefined)
      parts.report.warning(
        "pattern-ignored",
        parts.children.find("praezisierung"),
        { value: precision.pattern },
      );
    return { ...base, dataType: "select", ...read };
  }
  return { ...base, dataType: "text", ...lengths(precision) };
}

function readInput(
  parts: CommonParts,
  { base, type }: { readonly base: Base; readonly type: string },
): FormField {
  const precision = readPrecision(
    parts.children.find("praezisierung"),
    parts.report,
  );
  switch (type) {
    case "date":
      return { ...base, dataType: "date", ...autocomplete(base.label) };
    case "bool":
      return { ...base, dataType: "boolean" };
    case "num":
    case "num_int":
    case "num_currency":
      return readNumber(parts, base, { precision, type });
    case "obj":
      parts.report.warning("object-as-file", parts.children.find("datentyp"), {
        label: base.label,
      });
      return {
        ...base,
        dataType: "file",
        maxBytes: defaultMaxBytes,
        mediaTypes: defaultMediaTypes,
      };
    case "file":
      return {
        ...base,
        dataType: "file",
        maxBytes: defaultMaxBytes,
        mediaTypes: defaultMediaTypes,
      };
    default:
      return readText(parts, base, precision);
  }
}

type Precision = ReturnType<typeof readPrecision>;

function readText(
  { children, report }: CommonParts,
  base: Base,
  precision: Precision,
): FormField {
  if (soundsLikeGivenName(base.label) && base.cardinality.max !== 1)
    report.warning(
      "given-name-repeatable",
      children.find("bezeichnungEingabe"),
      { label: base.label },
    );
  const isLong =
    (precision.maxLength ?? 0) > maxOneLine &&
    hintsFor(base.label).format === undefined;
  return {
    ...base,
    dataType: "text",
    ...lengths(precision),
    ...(precision.pattern === undefined ? {} : { pattern: precision.pattern }),
    ...hintsFor(base.label),
    ...(isLong ? { multiline: true as const } : {}),
  };
}

function readNumber(
  { children, report }: CommonParts,
  base: Base,
  { precision, type }: { readonly precision: Precision; readonly type: string },
): FormField {
  if (type !== "num_currency" && soundsLikeIdentifier(base.label))
    report.warning("number-for-identifier", children.find("datentyp"), {
      label: base.label,
      type,
    });
  const dataType =
    type === "num" ? "number" : type === "num_int" ? "integer" : "currency";
  const { minValue, maxValue } = precision;
  return {
    ...base,
    dataType,
    ...lengths(precision),
    ...(minValue === undefined ? {} : { minValue }),
    ...(maxValue === undefined ? {} : { maxValue }),
  };
}

function lengths({ minLength, maxLength }: Precision): {
  minLength?: number;
  maxLength?: number;
} {
  return {
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

function autocomplete(label: string): { autocomplete?: string } {
  const token = hintsFor(label).autocomplete;
  return token === undefined ? {} : { autocomplete: token };
}
