import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { maxOccurrences } from "../domain/answers.ts";
import type {
  Cardinality,
  FormElement,
  FormGroup,
} from "../domain/form-definition.ts";
import { elementSlots, readCommonParts, shorten } from "./common-parts.ts";
import type { ImportReport } from "./import-message.ts";
import { readField } from "./read-field.ts";
import { readRules } from "./read-rules.ts";
import {
  many,
  maybe,
  one,
  readableText,
  readSequence,
} from "./read-sequence.ts";
import type { SchemaReading } from "./schema-reading.ts";

const groupSlots = [...elementSlots, many("regel"), many("struktur")];

/** Turns the `struktur` children of a schema or group into elements of ours, in document order. `parentPath` ends with a dot or is empty. */
export function readStructure(
  structures: readonly XmlElement[],
  parentPath: string,
  reading: SchemaReading,
): FormElement[] {
  const elements = structures.map((structure) =>
    readEntry(structure, parentPath, reading),
  );
  return withUniqueKeys(
    elements.filter((element) => element !== undefined),
    reading.report,
  );
}

function readEntry(
  structure: XmlElement,
  parentPath: string,
  reading: SchemaReading,
): FormElement | undefined {
  const { report } = reading;
  const parts = readSequence(
    structure,
    [one("anzahl"), one("bezug"), one("enthaelt")],
    report,
  );
  const cardinality = readCardinality(parts.find("anzahl"), report);
  const container = parts.find("enthaelt");
  if (!container) return undefined;
  const content = readSequence(
    container,
    [maybe("datenfeld"), maybe("datenfeldgruppe")],
    report,
  );
  const [field, group] = [
    content.find("datenfeld"),
    content.find("datenfeldgruppe"),
  ];
  if (field && group)
    report.error("element-unexpected", group, {
      name: group.name,
      parent: container.name,
      expected: "datenfeld | datenfeldgruppe",
    });
  if (field) return readField(field, { cardinality, parentPath, reading });
  if (group) return readGroup(group, { cardinality, parentPath, reading });
  report.error("element-missing", container, {
    name: "datenfeld | datenfeldgruppe",
  });
  return undefined;
}

function readCardinality(
  element: XmlElement | undefined,
  report: ImportReport,
): Cardinality {
  const text = readableText(element);
  const match = /^(\d{1,9}):(\*|\d{1,9})$/.exec(text);
  if (!match) {
    if (element)
      report.error("count-invalid", element, { value: shorten(text) });
    return { min: 0, max: 1 };
  }
  const min = Number(match[1]);
  const max = match[2] === "*" ? null : Number(match[2]);
  if (max !== null && (max < min || max === 0))
    report.error("count-contradictory", element, { value: text });
  if (min > maxOccurrences)
    report.error("count-too-large", element, {
      value: text,
      max: maxOccurrences,
    });
  return { min, max };
}

type GroupPlace = {
  readonly cardinality: Cardinality;
  readonly parentPath: string;
  readonly reading: SchemaReading;
};

function readGroup(
  element: XmlElement,
  { cardinality, parentPath, reading }: GroupPlace,
): FormGroup {
  const { children, report, source } = readCommonParts(
    element,
    groupSlots,
    reading.report,
  );
  const path = `${parentPath}${source.id}`;
  const inner = { ...reading, report };
  readRules(children.all("regel"), inner, path);
  const structures = children.all("struktur");
  if (structures.length === 0) report.error("group-empty", element);
  const title = children.text("bezeichnungEingabe");
  const help = children.text("hilfetextEingabe");
  return {
    kind: "group",
    key: source.id,
    label: title || children.text("name"),
    ...(title === "" && cardinality.max === 1
      ? { hideLabel: true as const }
      : {}),
    ...(help === "" ? {} : { help }),
    cardinality,
    source,
    elements: readStructure(structures, `${path}.`, inner),
  };
}

/** The standard lets an element stand twice under one parent; its second answer needs a name of its own. */
function withUniqueKeys(
  elements: readonly FormElement[],
  report: ImportReport,
): FormElement[] {
  const seen = new Map<string, number>();
  return elements.map((element) => {
    const count = (seen.get(element.key) ?? 0) + 1;
    seen.set(element.key, count);
    if (count === 1) return element;
    report.warning("element-twice", undefined, { id: element.key });
    return { ...element, key: `${element.key}_${String(count)}` };
  });
}
