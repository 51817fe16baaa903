import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type {
  FormDefinition,
  FormElement,
  FormProvenance,
  ReleaseStatus,
} from "../domain/form-definition.ts";
import { isInputField, listFields } from "../domain/visit.ts";
import {
  readCommonParts,
  readTimestamp,
  type CommonParts,
} from "./common-parts.ts";
import { applySupplements } from "./apply-supplements.ts";
import { pagesFrom } from "../domain/form-pages.ts";
import { onlyFirstOwnData } from "./only-first-own-data.ts";
import { readCode } from "./read-code.ts";
import { readRules } from "./read-rules.ts";
import { one, readSequence, type Children } from "./read-sequence.ts";
import { readStructure } from "./read-structure.ts";
import type { SchemaReading } from "./schema-reading.ts";
import {
  codeOf,
  originalText,
  present,
  type Details,
} from "./source-details.ts";

/** More places to type than this on the first view is no form any more, but an attempt to fill our memory. */
const maxInitialFields = 5000;

/**
 * Reads the message `xdatenfelder.stammdatenschema.0102`. What is wrong goes into the report; the definition is of use only when the
 * report has no errors.
 */
export function readSchema(
  root: XmlElement,
  reading: SchemaReading,
): FormDefinition | undefined {
  const message = readSequence(
    root,
    [one("header"), one("stammdatenschema")],
    reading.report,
  );
  const header = readHeader(message.find("header"), reading);
  const schema = message.find("stammdatenschema");
  if (!schema) return undefined;
  const parts = readCommonParts(schema, reading.dialect.slots.schema, reading);
  const inner = { ...reading, report: parts.report };
  readModifications(parts);
  reportStatus(schema, parts);
  readRules(parts.children.all("regel"), inner, "");
  const elements = onlyFirstOwnData(
    readStructure(parts.children.all("struktur"), "", inner),
  );
  checkSize(elements, schema, inner);
  const definition = definitionFrom(parts, {
    elements,
    header,
    reading: inner,
  });
  return applySupplements(definition, schema, parts.report);
}

type Header = { readonly createdAt: string; readonly details: Details };

function readHeader(
  element: XmlElement | undefined,
  { report, dialect }: SchemaReading,
): Header {
  if (!element) return { createdAt: "", details: {} };
  const header = readSequence(element, dialect.slots.header, report);
  const quality = header.find("datenqualitaet");
  const value = readCode(quality, ["PROD", "TEST"], report);
  if (value === "TEST") report.warning("test-document", quality);
  return {
    createdAt: readTimestamp(header.find("erstellungszeitpunkt"), report),
    details: present([["datenqualitaet", value]]),
  };
}

function readModifications({ children, report }: CommonParts): void {
  const { find } = children;
  readCode(
    find("ableitungsmodifikationenStruktur"),
    ["0", "1", "2", "3"],
    report,
  );
  readCode(find("ableitungsmodifikationenRepraesentation"), ["0", "1"], report);
}

const released: readonly (ReleaseStatus | undefined)[] = [
  "active",
  "released-methodically",
  "released-silver",
  "released-gold",
];

function reportStatus(
  schema: XmlElement,
  { children, report, source }: CommonParts,
): void {
  if (released.includes(source.status)) return;
  const element = children.find("status") ?? children.find("freigabestatus");
  if (!element) return;
  const value = codeOf(children, element.name);
  report.warning("schema-not-released", element, { value });
}

function checkSize(
  elements: readonly FormElement[],
  schema: XmlElement,
  { report }: SchemaReading,
): void {
  if (!listFields(elements).some(isInputField))
    report.error("form-without-fields", schema);
  if (countInitialFields(elements) > maxInitialFields)
    report.error("form-too-large", schema, { max: maxInitialFields });
}

function countInitialFields(elements: readonly FormElement[]): number {
  return elements.reduce((sum, element) => {
    const inner =
      element.kind === "group" ? countInitialFields(element.elements) : 1;
    return sum + inner * Math.max(element.cardinality.min, 1);
  }, 0);
}

type Content = {
  readonly elements: readonly FormElement[];
  readonly header: Header;
  readonly reading: SchemaReading;
};

function definitionFrom(
  parts: CommonParts,
  { elements, header, reading }: Content,
): FormDefinition {
  const description = readDescription(parts.children, reading);
  const { source, label } = parts;
  return {
    formatVersion: 1,
    key: source.id,
    version: source.version ?? reading.dialect.version.example,
    title: label,
    ...(description === "" ? {} : { description }),
    provenance: provenanceFrom(parts, header, reading),
    pages: pagesFrom(elements),
    untranslatedRules: reading.rules,
  };
}

function provenanceFrom(
  parts: CommonParts,
  header: Header,
  { dialect }: SchemaReading,
): FormProvenance {
  const { status, legalBasis = "", details = {} } = parts.source;
  const known = present([
    ["createdAt", header.createdAt],
    ["releasedOn", (details["statusGesetztAm"] ?? "").slice(0, 10)],
    ["publisher", details["statusGesetztDurch"] ?? ""],
    ["legalBasis", legalBasis],
  ]);
  const kept = { ...header.details, ...schemaDetails(parts) };
  return {
    standard: dialect.standard,
    status: status ?? unknownStatus[dialect.standard],
    ...known,
    ...(Object.keys(kept).length === 0 ? {} : { details: kept }),
  };
}

const unknownStatus = {
  "xdatenfelder-2.0": "in-preparation",
  "xdatenfelder-3.0.0": "in-progress",
} as const;

/** In 3.0.0 `beschreibung` is for editors of FIM only and often speaks of their work. */
function readDescription(
  children: Children,
  { dialect }: SchemaReading,
): string {
  const names = ["hilfetext", "definition"];
  if (dialect.standard === "xdatenfelder-2.0") names.push("beschreibung");
  // Where there is nothing to say, editors write a dot or a dash.
  return names.map(children.text).find((text) => /\p{L}/u.test(text)) ?? "";
}

/** Everything but what the provenance says itself. */
function schemaDetails({ children, source }: CommonParts): Details {
  const {
    statusGesetztAm: _on,
    statusGesetztDurch: _by,
    ...details
  } = source.details ?? {};
  const profile = children.find("dokumentsteckbrief");
  const ofProfile = (name: string) =>
    originalText(profile?.children.find((child) => child.name === name));
  return {
    ...details,
    ...present([
      ["hilfetext", originalText(children.find("hilfetext"))],
      ...[
        "ableitungsmodifikationenStruktur",
        "ableitungsmodifikationenRepraesentation",
      ].map((name): [string, string] => [name, codeOf(children, name)]),
      ["dokumentsteckbrief.id", ofProfile("id")],
      ["dokumentsteckbrief.version", ofProfile("version")],
    ]),
  };
}
