import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type {
  Cardinality,
  FormField,
  LabelField,
  Option,
} from "../domain/form-definition.ts";
import { readCommonParts, type CommonParts } from "./common-parts.ts";
import type { ElementPlace } from "./element-place.ts";
import {
  fieldDetails,
  type BaseField,
  type FieldParts,
} from "./field-details.ts";
import { soundsLikeSignature } from "./field-hints.ts";
import { readCode } from "./read-code.ts";
import { readEntry } from "./read-entry.ts";
import { readInput, readText } from "./read-input.ts";
import { readOptions } from "./read-options.ts";
import { readRules } from "./read-rules.ts";
import {
  supplementDetail,
  withDetails,
  type Details,
} from "./source-details.ts";

/** Turns a `datenfeld` into a field of ours; undefined where it is dropped (then a message says why). */
export function readField(
  element: XmlElement,
  place: ElementPlace,
): FormField | undefined {
  const { dialect } = place.reading;
  const common = readCommonParts(element, dialect.slots.field, place.reading);
  const { children, report } = common;
  const parts: FieldParts = {
    element,
    common,
    kind: readCode(children.find("feldart"), dialect.fieldKinds, report),
    type: readCode(children.find("datentyp"), dialect.dataTypes, report),
    precision: readPrecision(common, place),
  };
  readCode(
    children.find("vorbefuellung"),
    ["keine", "optional", "verpflichtend"],
    report,
  );
  readRules(
    children.all("regel"),
    { ...place.reading, report },
    `${place.parentPath}${common.source.id}`,
  );
  reportLabel(parts);
  const base = readBase(parts, place);
  if (parts.kind === "label") return readLabel(parts, base);
  const { field, details } = readByKind(parts, base, place);
  return readEntry(finish(field, parts, details), parts);
}

function readPrecision(
  { children, report }: CommonParts,
  { reading }: ElementPlace,
): FieldParts["precision"] {
  const element = children.find("praezisierung");
  const raw = element
    ? reading.dialect.readPrecision(element, report)
    : { values: {}, words: "" };
  return { raw, element, report };
}

// Longer ones fill a phone's screen before the question is understood.
const maxLabelLength = 100;

function reportLabel({ element, common }: FieldParts): void {
  const { children, report, label } = common;
  const title = children.find("bezeichnungEingabe");
  if (title && children.text("bezeichnungEingabe") === "")
    report.warning("label-missing", title);
  if (label.length > maxLabelLength)
    report.warning("label-too-long", title ?? element, {
      length: label.length,
      max: maxLabelLength,
    });
}

function readBase({ common }: FieldParts, place: ElementPlace): BaseField {
  const help = common.children.lines("hilfetextEingabe");
  return {
    kind: "field",
    key: common.source.id,
    label: common.label,
    ...(help === "" ? {} : { help }),
    cardinality: place.cardinality,
    source: withDetails(common.source, place.details),
  };
}

/** A signature cannot be given on a screen and is not needed: § 13 EGovG. */
function readLabel(parts: FieldParts, base: BaseField): FormField | undefined {
  const { element, common } = parts;
  const content = common.children.lines("inhalt");
  if (common.source.details?.[supplementDetail] !== undefined)
    return finish({ ...base, dataType: "label", content }, parts, {});
  if (soundsLikeSignature(base.label)) {
    common.report.warning("signature-dropped", element, { label: base.label });
    return undefined;
  }
  const text = content || base.help || textInLabel(base.label);
  if (text === undefined) {
    common.report.warning("label-empty-dropped", element, {
      label: base.label,
    });
    return undefined;
  }
  const field: LabelField = {
    ...base,
    dataType: "label",
    content: text,
  };
  return finish(field, parts, {});
}

/** Some editors put the whole note where its title belongs; a title alone tells nothing. */
function textInLabel(label: string): string | undefined {
  return /[.!?]$/.test(label) || label.length > 60 ? label : undefined;
}

type ReadField = { readonly field: FormField; readonly details: Details };

function readByKind(
  parts: FieldParts,
  base: BaseField,
  { reading }: ElementPlace,
): ReadField {
  const { kind, common } = parts;
  const hasList =
    common.children.find("werte") ?? common.children.find("codelisteReferenz");
  if (kind === "select" || (hasList && kind !== "input"))
    return readSelect(parts, base, reading);
  if (hasList) common.report.warning("options-unused", hasList);
  return { field: readInput(parts, base), details: {} };
}

function readSelect(
  parts: FieldParts,
  base: BaseField,
  reading: ElementPlace["reading"],
): ReadField {
  const { element, common, precision } = parts;
  const { select, details } = readOptions(element, common, reading);
  if (!select)
    return {
      field: readText(parts, base),
      details: { ...details, feldart: parts.kind },
    };
  const pattern = precision.raw.values["pattern"];
  if (pattern !== undefined && pattern !== "")
    common.report.warning("pattern-ignored", precision.element, {
      value: pattern,
    });
  const [only, second] = select.options;
  if (only && !second && parts.kind === "select")
    common.report.warning("option-single", element, { label: only.label });
  const cardinality = withinOptions(base.cardinality, select.options, parts);
  return {
    field: { ...base, cardinality, dataType: "select", ...select },
    details,
  };
}

/** Several options are ticked, each once: more than there are cannot be asked for. */
function withinOptions(
  { min, max }: Cardinality,
  { length }: readonly Option[],
  { common, element }: FieldParts,
): Cardinality {
  if (min <= length) return { min, max };
  common.report.warning("count-beyond-options", element, {
    min,
    options: length,
  });
  return { min: length, max };
}

function finish(
  field: FormField,
  parts: FieldParts,
  details: Details,
): FormField {
  const all = { ...details, ...fieldDetails(field, parts) };
  if (Object.keys(all).length === 0 || !field.source) return field;
  return { ...field, source: withDetails(field.source, all) };
}
