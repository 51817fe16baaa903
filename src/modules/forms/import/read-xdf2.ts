import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { FormDefinition, FormElement } from "../domain/form-definition.ts";
import { isInputField, listFields } from "../domain/visit.ts";
import {
  commonSlots,
  readCode,
  readCommonParts,
  readTimestamp,
  type CommonParts,
} from "./common-parts.ts";
import { onlyFirstAutocomplete } from "./only-first-autocomplete.ts";
import { pagesFrom } from "../domain/form-pages.ts";
import { readRules } from "./read-rules.ts";
import { many, maybe, one, readSequence } from "./read-sequence.ts";
import { readStructure } from "./read-structure.ts";
import type { SchemaReading } from "./schema-reading.ts";

const schemaSlots = [
  ...commonSlots,
  maybe("hilfetext"),
  one("ableitungsmodifikationenStruktur"),
  one("ableitungsmodifikationenRepraesentation"),
  many("regel"),
  many("struktur"),
];

/** More places to type than this on the first view is no form any more, but an attempt to fill our memory. */
const maxInitialFields = 5000;

/**
 * Reads the message `xdatenfelder.stammdatenschema.0102` of XDatenfelder 2.0. What is wrong goes into the report;
 * the definition is of use only when the report has no errors.
 */
export function readXdf2(
  root: XmlElement,
  reading: SchemaReading,
): FormDefinition | undefined {
  const message = readSequence(
    root,
    [one("header"), one("stammdatenschema")],
    reading.report,
  );
  const createdAt = readHeader(message.find("header"), reading);
  const schema = message.find("stammdatenschema");
  if (!schema) return undefined;
  const parts = readCommonParts(schema, schemaSlots, reading.report);
  const inner = { ...reading, report: parts.report };
  readCode(
    parts.children.find("ableitungsmodifikationenStruktur"),
    ["0", "1", "2", "3"],
    parts.report,
  );
  readCode(
    parts.children.find("ableitungsmodifikationenRepraesentation"),
    ["0", "1"],
    parts.report,
  );
  readRules(parts.children.all("regel"), inner, "");
  const elements = onlyFirstAutocomplete(
    readStructure(parts.children.all("struktur"), "", inner),
  );
  checkSize(elements, schema, inner);
  return definitionFrom(parts, { elements, createdAt, reading: inner });
}

function readHeader(
  header: XmlElement | undefined,
  { report }: SchemaReading,
): string {
  if (!header) return "";
  const parts = readSequence(
    header,
    [one("nachrichtID"), one("erstellungszeitpunkt"), maybe("referenzID")],
    report,
  );
  return readTimestamp(parts.find("erstellungszeitpunkt"), report);
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
  readonly createdAt: string;
  readonly reading: SchemaReading;
};

function definitionFrom(
  { children, source }: CommonParts,
  { elements, createdAt, reading }: Content,
): FormDefinition {
  const description =
    children.text("definition") || children.text("beschreibung");
  const publisher = children.text("fachlicherErsteller");
  const releasedOn = children.text("freigabedatum");
  return {
    formatVersion: 1,
    key: source.id,
    version: source.version ?? "1.0",
    title: children.text("bezeichnungEingabe") || children.text("name"),
    ...(description === "" ? {} : { description }),
    provenance: {
      standard: "xdatenfelder-2.0",
      status: source.status ?? "in-preparation",
      ...(createdAt === "" ? {} : { createdAt }),
      ...(releasedOn === "" ? {} : { releasedOn }),
      ...(publisher === "" ? {} : { publisher }),
      ...(source.legalBasis === undefined
        ? {}
        : { legalBasis: source.legalBasis }),
    },
    pages: pagesFrom(elements),
    untranslatedRules: reading.rules,
  };
}
