import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import { maxOccurrences } from "../domain/answers.ts";
import type {
  Cardinality,
  FormElement,
  FormGroup,
} from "../domain/form-definition.ts";
import { readCommonParts } from "./common-parts.ts";
import { shorten, type ImportReport } from "./import-message.ts";
import { readCode } from "./read-code.ts";
import type { ElementPlace } from "./element-place.ts";
import { readField } from "./read-field.ts";
import { readRules } from "./read-rules.ts";
import { maybe, readableText, readSequence } from "./read-sequence.ts";
import type { SchemaReading } from "./schema-reading.ts";
import { entriesOf, present, withDetails } from "./source-details.ts";

/** Turns the `struktur` children of a schema or group into elements of ours, in document order. `parentPath` ends with a dot or is empty. */
export function readStructure(
  structures: readonly XmlElement[],
  parentPath: string,
  reading: SchemaReading,
): FormElement[] {
  const elements = structures.map((structure) =>
    readEntry(structure, parentPath, reading),
  );
  const kept = elements.filter((element) => element !== undefined);
  reportSameLabels(kept, reading.report);
  return withUniqueKeys(kept, reading.report);
}

function readEntry(
  structure: XmlElement,
  parentPath: string,
  reading: SchemaReading,
): FormElement | undefined {
  const { report, dialect } = reading;
  const parts = readSequence(structure, dialect.slots.structure, report);
  const count = readCount(parts.find("anzahl"), report);
  const container = parts.find("enthaelt");
  if (!container) return undefined;
  const place: ElementPlace = {
    cardinality: count ?? { min: 0, max: 1 },
    parentPath,
    reading,
    details: present([["struktur.bezug", entriesOf(parts.all("bezug"))]]),
  };
  const element = readContent(container, place);
  if (element && count?.max === 0) {
    report.warning("element-switched-off", structure, { label: element.label });
    return undefined;
  }
  return element;
}

function readContent(
  container: XmlElement,
  place: ElementPlace,
): FormElement | undefined {
  const { report } = place.reading;
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
  if (field) return readField(field, place);
  if (group) return readGroup(group, place);
  report.error("element-missing", container, {
    name: "datenfeld | datenfeldgruppe",
  });
  return undefined;
}

/** `0:0` is how a derived schema switches an element off. */
function readCount(
  element: XmlElement | undefined,
  report: ImportReport,
): Cardinality | undefined {
  const text = readableText(element).replaceAll(/\s/g, "");
  const match = /^(\d{1,9}):(\*|\d{1,9})$/.exec(text);
  if (!match) {
    if (element)
      report.error("count-invalid", element, { value: shorten(text) });
    return undefined;
  }
  const min = Number(match[1]);
  const max = match[2] === "*" ? null : Number(match[2]);
  if (max !== null && max < min)
    report.error("count-contradictory", element, { value: text });
  if (min > maxOccurrences)
    report.error("count-too-large", element, {
      value: text,
      max: maxOccurrences,
    });
  return { min, max };
}

/** Undefined where everything in it was dropped: a heading without a question. */
function readGroup(
  element: XmlElement,
  { cardinality, parentPath, reading, details }: ElementPlace,
): FormGroup | undefined {
  const { children, report, source, label } = readCommonParts(
    element,
    reading.dialect.slots.group,
    reading,
  );
  const path = `${parentPath}${source.id}`;
  const inner = { ...reading, report };
  if (parentPath.split(".").includes(source.id))
    report.warning("group-in-itself", element, { label });
  readRules(children.all("regel"), inner, path);
  const structures = children.all("struktur");
  if (structures.length === 0) report.error("group-empty", element);
  const title = children.text("bezeichnungEingabe");
  const help = children.lines("hilfetextEingabe");
  const isChoice = readCode(children.find("art"), ["X"], report) === "X";
  const elements = readStructure(structures, `${path}.`, inner);
  if (elements.length === 0) {
    if (structures.length > 0)
      report.warning("group-empty-dropped", element, { label });
    return undefined;
  }
  return {
    kind: "group",
    key: source.id,
    label,
    ...(title === "" && cardinality.max === 1
      ? { hideLabel: true as const }
      : {}),
    ...(isChoice ? { choice: true as const } : {}),
    ...(help === "" ? {} : { help }),
    cardinality,
    source: withDetails(source, details),
    elements,
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

/** Two questions with the same words next to each other leave people guessing. */
function reportSameLabels(
  elements: readonly FormElement[],
  report: ImportReport,
): void {
  const seen = new Map<string, string>();
  for (const element of elements) {
    const { key, label } = element;
    const isRead = element.kind === "field" && element.dataType === "label";
    const other = isRead ? undefined : seen.get(label.toLowerCase());
    if (other !== undefined && other !== key)
      report.within(key).warning("label-twice", undefined, { label, other });
    if (!isRead) seen.set(label.toLowerCase(), key);
  }
}
