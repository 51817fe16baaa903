import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type { Answers, FileAnswer, Occurrence } from "../domain/answers.ts";
import {
  isBlank,
  isFileAnswer,
  isGroupAnswer,
  occurrencesOf,
} from "../domain/answers.ts";
import type { FormDefinition, FormElement } from "../domain/form-definition.ts";
import { xmlNamespace, xmlRoot } from "../domain/xml-names.ts";
import { isDateTime } from "../field-types/date-time-value.ts";
import { isTime } from "../field-types/time-value.ts";

/**
 * Answers as XML 1.0 in UTF-8: elements are named by FIM id and stand in the order of the form, blank ones are left out. A file is its id
 * with name, type, size and SHA-256 as attributes. Always well-formed, whatever the answers contain; valid by `toXmlSchema` when they may
 * be sent.
 */
export function toXml(definition: FormDefinition, answers: Answers): string {
  const elements = definition.pages.flatMap((page) => page.elements);
  const namespace = escapeXml(xmlNamespace(definition));
  const body = elementsToXml(elements, answers, "  ");
  const root = xmlRoot(definition);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${namespace}">\n${body}</${root}>\n`;
}

function elementsToXml(
  elements: readonly FormElement[],
  answers: Answers,
  indent: string,
): string {
  return elements
    .flatMap((element) =>
      occurrencesOf(answers, element.key)
        .filter((occurrence) => !isBlank(occurrence))
        .map((occurrence) => occurrenceToXml(element, occurrence, indent)),
    )
    .join("");
}

function occurrenceToXml(
  element: FormElement,
  occurrence: Occurrence,
  indent: string,
): string {
  const name = element.key;
  if (isFileAnswer(occurrence))
    return `${indent}<${name}${fileAttributes(occurrence)}>${escapeXml(occurrence.fileId)}</${name}>\n`;
  if (!isGroupAnswer(occurrence))
    return `${indent}<${name}>${escapeXml(toXmlValue(element, occurrence))}</${name}>\n`;
  const inner =
    element.kind === "group"
      ? elementsToXml(element.elements, occurrence, `${indent}  `)
      : "";
  // Nothing between the tags, not even a line break: the group may consist of text to read.
  if (inner === "") return `${indent}<${name}/>\n`;
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}

function fileAttributes({
  filename,
  mediaType,
  sizeBytes,
  sha256,
}: FileAnswer): string {
  const size = String(sizeBytes);
  return attributes({ filename, mediaType, sizeBytes: size, sha256 });
}

/** XML Schema's times have seconds. What is no time, in a draft that nobody has checked yet, stays as it was typed. */
function toXmlValue(element: FormElement, value: string): string {
  if (element.kind !== "field") return value;
  const isClock =
    (element.dataType === "time" && isTime(value)) ||
    (element.dataType === "datetime" && isDateTime(value));
  return isClock ? `${value}:00` : value;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
}
