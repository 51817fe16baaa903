import type { FormElement, FormGroup } from "../domain/form-definition.ts";
import { readEntries, type Details } from "../import/source-details.ts";
import {
  commonNodes,
  type CommonContent,
  inOneLine,
  latinNode,
  originalOr,
  referenceNode,
  threePartVersion,
} from "./common-nodes.ts";
import type { Exporting } from "./exporting.ts";
import { fieldNodes } from "./field-nodes.ts";
import { toLatin } from "./latin.ts";
import { fimCode, maybeNode, node, type XmlNode } from "./xml-node.ts";

/** The form as a Stammdatenschema. @see XDatenfelder 3.0.0, Stammdatenschema */
export function schemaNode(exporting: Exporting): XmlNode {
  const { definition, ids, changedAt, supplements, rules } = exporting;
  const { provenance, title } = definition;
  const details = provenance.details ?? {};
  return node("stammdatenschema", [
    ...commonNodes({
      id: ids.schema,
      version: threePartVersion(definition.version),
      label: title,
      status: statusOf(exporting),
      legalBasis: provenance.legalBasis,
      changedAt,
      supplement: supplements.get(""),
      details: {
        ...details,
        ...given("statusGesetztAm", provenance.releasedOn),
        ...given("statusGesetztDurch", provenance.publisher),
      },
    }),
    node("bezeichnung", toLatin(title)),
    ...latinNode("hilfetext", helpOf(exporting)),
    fimCode(
      "ableitungsmodifikationenStruktur",
      details["ableitungsmodifikationenStruktur"] ?? "3",
    ),
    fimCode(
      "ableitungsmodifikationenRepraesentation",
      details["ableitungsmodifikationenRepraesentation"] ?? "1",
    ),
    node("dokumentsteckbrief", [
      node("id", details["dokumentsteckbrief.id"] ?? placeholderProfile),
      ...maybeNode("version", versionOf(details["dokumentsteckbrief.version"])),
    ]),
    ...(rules.get("") ?? []),
    ...definition.pages.flatMap((page) =>
      page.elements.map((element) => structureNode(element, "", exporting)),
    ),
  ]);
}

/** Released schemas without a Dokumentsteckbrief of their own name this one. */
const placeholderProfile = "D99000000001";

/** A form of our own is no release of FIM, even where it is in use. */
function statusOf({
  definition,
}: Exporting): Exporting["definition"]["provenance"]["status"] {
  const { standard, status } = definition.provenance;
  return standard === "own" && status === "active" ? "in-progress" : status;
}

function given(name: string, value: string | undefined): Details {
  return value === undefined ? {} : { [name]: value };
}

function versionOf(version: string | undefined): string | undefined {
  return version === undefined ? undefined : threePartVersion(version);
}

/** The description stands where the reader looks for it first, unless the definition says it already. */
function helpOf({ definition }: Exporting): string | undefined {
  const { description, provenance } = definition;
  const { hilfetext, definition: meaning } = provenance.details ?? {};
  if (description === undefined) return hilfetext;
  const isMeaning = meaning !== undefined && inOneLine(meaning) === description;
  if (isMeaning && hilfetext === undefined) return undefined;
  return originalOr(hilfetext, description, inOneLine);
}

/** @see XDatenfelder 3.0.0, Struktur */
function structureNode(
  element: FormElement,
  prefix: string,
  exporting: Exporting,
): XmlNode {
  const details = element.source?.details ?? {};
  return node("struktur", [
    node("anzahl", countOf(element, details)),
    ...readEntries(details["struktur.bezug"]).map(({ text, attributes = {} }) =>
      referenceNode(text, attributes["link"]),
    ),
    node("enthaelt", [elementNode(element, prefix, exporting)]),
  ]);
}

/** What the schema asked for, where the import had to loosen it and nobody has changed it since. */
function countOf({ cardinality }: FormElement, details: Details): string {
  const max = cardinality.max === null ? "*" : String(cardinality.max);
  const kept = details["struktur.anzahl"] ?? "";
  const isLoosened = cardinality.min === 0 && kept.endsWith(`:${max}`);
  return isLoosened ? kept : `${String(cardinality.min)}:${max}`;
}

function elementNode(
  element: FormElement,
  prefix: string,
  exporting: Exporting,
): XmlNode {
  const path = `${prefix}${element.key}`;
  const rules = exporting.rules.get(path) ?? [];
  const isGroup = element.kind === "group";
  return node(isGroup ? "datenfeldgruppe" : "datenfeld", [
    ...commonNodes(commonContent(element, path, exporting)),
    ...textNodes(element),
    ...(isGroup
      ? groupNodes(element, { path, rules, exporting })
      : fieldNodes(element, rules, exporting)),
  ]);
}

function commonContent(
  element: FormElement,
  path: string,
  exporting: Exporting,
): CommonContent {
  const { source, label } = element;
  const details = source?.details ?? {};
  return {
    id: exporting.ids.elements.get(path) ?? "",
    version: threePartVersion(source?.version),
    label,
    status: source?.status ?? statusOf(exporting),
    legalBasis: source?.legalBasis,
    details: isUntitled(element) ? { ...details, name: label } : details,
    changedAt: exporting.changedAt,
    supplement: exporting.supplements.get(path),
  };
}

function isUntitled(element: FormElement): boolean {
  return element.kind === "group" && element.hideLabel === true;
}

/** @see XDatenfelder 3.0.0, Schemaelementangaben */
function textNodes(element: FormElement): readonly XmlNode[] {
  const { label, help = "" } = element;
  const details = element.source?.details ?? {};
  return [
    node("bezeichnungEingabe", isUntitled(element) ? "" : toLatin(label)),
    ...latinNode("bezeichnungAusgabe", details["bezeichnungAusgabe"] ?? label),
    fimCode("schemaelementart", details["schemaelementart"] ?? "RNG"),
    ...latinNode(
      "hilfetextEingabe",
      originalOr(details["hilfetextEingabe"], help),
    ),
    ...latinNode("hilfetextAusgabe", details["hilfetextAusgabe"]),
  ];
}

/** @see XDatenfelder 3.0.0, Datenfeldgruppe */
function groupNodes(
  { choice, elements }: FormGroup,
  {
    path,
    rules,
    exporting,
  }: {
    readonly path: string;
    readonly rules: readonly XmlNode[];
    readonly exporting: Exporting;
  },
): readonly XmlNode[] {
  return [
    ...(choice ? [groupKind] : []),
    ...rules,
    ...elements.map((element) => structureNode(element, `${path}.`, exporting)),
  ];
}

const groupKind: XmlNode = {
  ...fimCode("gruppenart", "X"),
  name: "xdf:art",
  attributes: {
    listURI: "urn:xoev-de:fim:codeliste:datenfelder.gruppenart",
    listVersionID: "1.0",
  },
};
