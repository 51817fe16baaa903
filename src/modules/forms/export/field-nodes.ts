import type { FormField, SelectField } from "../domain/form-definition.ts";
import { naturalDataTypes } from "../import/field-details.ts";
import { readEntries, type Details } from "../import/source-details.ts";
import type { ListContent } from "./code-list-collection.ts";
import { inOneLine, originalOr } from "./common-nodes.ts";
import type { Exporting } from "./exporting.ts";
import { toLatin } from "./latin.ts";
import { fimCode, maybeNode, node, type XmlNode } from "./xml-node.ts";

/** What a Datenfeld has of its own, around its rules. @see XDatenfelder 3.0.0, Datenfeld */
export function fieldNodes(
  field: FormField,
  rules: readonly XmlNode[],
  exporting: Exporting,
): readonly XmlNode[] {
  const details = field.source?.details ?? {};
  return [
    fimCode("feldart", kindOf(field, details), "2.0"),
    fimCode(
      "datentyp",
      details["datentyp"] ?? naturalDataTypes[field.dataType],
      "2.0",
    ),
    ...precisionNodes(field, details),
    ...contentNodes(field, details),
    fimCode("vorbefuellung", details["vorbefuellung"] ?? prefillOf(field)),
    ...optionNodes(field, details, exporting),
    ...rules,
    ...fileNodes(field, details),
  ];
}

function kindOf(field: FormField, details: Details): string {
  if (field.dataType === "label") return "label";
  if (field.entry) return field.entry;
  if (field.dataType === "select") return "select";
  return field.dataType === "text" && details["feldart"] === "select"
    ? "select"
    : "input";
}

function prefillOf({ prefill }: FormField): string {
  return prefill ? "optional" : "keine";
}

const limits: Readonly<Record<string, RegExp>> = {
  minLength: /^\d{1,7}$/,
  maxLength: /^0*[1-9]\d{0,6}$/,
  minValue: /^\S+$/,
  maxValue: /^\S+$/,
  pattern: /./s,
};

/** Constraints of the field, and those of its source that the field has no use for. */
function precisionNodes(
  field: FormField,
  details: Details,
): readonly XmlNode[] {
  const values = { ...keptPrecision(details), ...ownPrecision(field) };
  const attributes = Object.entries(values).filter(([name, value]) =>
    limits[name]?.test(value),
  );
  const words = details["praezisierung.text"] ?? "";
  if (attributes.length === 0 && words === "") return [];
  return [
    node("praezisierung", toLatin(words), Object.fromEntries(attributes)),
  ];
}

function ownPrecision(field: FormField): Readonly<Record<string, string>> {
  const properties = new Map<string, unknown>(Object.entries(field));
  const names: readonly (readonly [string, string])[] = [
    ["minLength", "minLength"],
    ["maxLength", "maxLength"],
    ["minValue", "minValue"],
    ["maxValue", "maxValue"],
    ["minDate", "minValue"],
    ["maxDate", "maxValue"],
    ["pattern", "pattern"],
  ];
  return Object.fromEntries(
    names.flatMap(([property, name]) => {
      const value = properties.get(property);
      return typeof value === "string" || typeof value === "number"
        ? [[name, String(value)]]
        : [];
    }),
  );
}

function keptPrecision(details: Details): Readonly<Record<string, string>> {
  const kept: unknown = JSON.parse(details["praezisierung"] ?? "{}");
  return Object.fromEntries(
    Object.entries(kept ?? {}).map(([name, value]) => [name, String(value)]),
  );
}

function contentNodes(field: FormField, details: Details): readonly XmlNode[] {
  const kept = details["inhalt"];
  if (field.dataType === "label")
    return maybeNode("inhalt", toLatin(originalOr(kept, field.content)));
  const { initialValue } = field;
  return maybeNode(
    "inhalt",
    initialValue === undefined
      ? undefined
      : toLatin(originalOr(kept, initialValue, inOneLine)),
  );
}

function optionNodes(
  field: FormField,
  details: Details,
  { codeLists }: Exporting,
): readonly XmlNode[] {
  if (field.dataType === "text") return missingListNodes(details);
  if (field.dataType !== "select") return [];
  const list = listOf(field, details);
  if (!list || !codeLists.add(list)) return [valuesNode(field)];
  const { reference, versionUri, columns, options } = list;
  const hasHelp = options.some(({ help }) => help !== undefined);
  return [
    referenceNode(reference.urn, reference.version, versionUri),
    ...maybeNode("codeKey", details["codeKey"]),
    ...maybeNode("nameKey", details["nameKey"]),
    ...maybeNode("helpKey", hasHelp ? columns.help : undefined),
  ];
}

function listOf(
  { codeList, options }: SelectField,
  details: Details,
): ListContent | undefined {
  if (!codeList) return undefined;
  return {
    reference: codeList,
    versionUri:
      details["codelisteReferenz.canonicalVersionUri"] ??
      `${codeList.urn}_${codeList.version}`,
    id: details["codelisteReferenz.id"] ?? "",
    options,
    columns: {
      code: details["codeKey"] ?? "code",
      name: details["nameKey"] ?? "name",
      help: details["helpKey"] ?? "hilfe",
    },
  };
}

/** A list that was missing when the form was imported: the field is text until it is there. */
function missingListNodes(details: Details): readonly XmlNode[] {
  const part = (name: string) => details[`codelisteReferenz.${name}`] ?? "";
  const names = ["canonicalIdentification", "version", "canonicalVersionUri"];
  if (names.every((name) => part(name) === "")) return [];
  return [
    referenceNode(
      part("canonicalIdentification"),
      part("version"),
      part("canonicalVersionUri"),
    ),
    ...["codeKey", "nameKey", "helpKey"].flatMap((name) =>
      maybeNode(name, details[name]),
    ),
  ];
}

function referenceNode(
  urn: string,
  version: string,
  versionUri: string,
): XmlNode {
  return node("codelisteReferenz", [
    ...maybeNode("canonicalIdentification", urn),
    ...maybeNode("version", version),
    ...maybeNode("canonicalVersionUri", versionUri),
  ]);
}

function valuesNode({ options }: SelectField): XmlNode {
  return node(
    "werte",
    options.map(({ code, label, help }) =>
      node("wert", [
        node("code", code),
        node("name", label),
        ...maybeNode("hilfe", help),
      ]),
    ),
  );
}

function fileNodes(field: FormField, details: Details): readonly XmlNode[] {
  if (field.dataType === "file")
    return [
      node("maxSize", String(field.maxBytes)),
      ...field.mediaTypes.map((type) => node("mediaType", type)),
    ];
  return [
    ...maybeNode("maxSize", details["maxSize"]),
    ...readEntries(details["mediaType"]).map(({ text }) =>
      node("mediaType", text),
    ),
  ];
}
