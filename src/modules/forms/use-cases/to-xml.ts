import { escapeXml } from "../../../platform/xml/write-xml.ts";
import type { Answers, FileAnswer, Occurrence } from "../domain/answers.ts";
import {
  isBlank,
  isFileAnswer,
  isGroupAnswer,
  occurrencesOf,
} from "../domain/answers.ts";
import type { FormDefinition, FormElement } from "../domain/form-definition.ts";
import { codeListOf } from "../domain/visit.ts";

/** Namespace of a form's XML: a new version of the form is a new namespace. */
function xmlNamespace({ key, version, provenance }: FormDefinition): string {
  const origin = provenance.standard === "own" ? "openrathaus" : "fim";
  return `urn:${origin}:form:${key}:${version}`;
}

/**
 * Answers as XML 1.0 in UTF-8: elements are named by FIM id and stand in the order of the form, blank ones are left out. A file is its id
 * with name, type, size and SHA-256 as attributes; a code names its list and that list's version as XÖV does (`listURI`, `listVersionID`).
 * Always well-formed, whatever the answers contain.
 */
export function toXml(definition: FormDefinition, answers: Answers): string {
  const elements = definition.pages.flatMap((page) => page.elements);
  const namespace = escapeXml(xmlNamespace(definition));
  const body = elementsToXml(elements, answers, "  ");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${definition.key} xmlns="${namespace}">\n${body}</${definition.key}>\n`;
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
  const name = element.source?.id ?? element.key;
  if (isFileAnswer(occurrence))
    return `${indent}<${name}${fileAttributes(occurrence)}>${escapeXml(occurrence.fileId)}</${name}>\n`;
  if (!isGroupAnswer(occurrence))
    return `${indent}<${name}${listAttributes(element)}>${escapeXml(occurrence)}</${name}>\n`;
  const inner =
    element.kind === "group"
      ? elementsToXml(element.elements, occurrence, `${indent}  `)
      : "";
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

function listAttributes(element: FormElement): string {
  const list = codeListOf(element);
  return list
    ? attributes({ listURI: list.urn, listVersionID: list.version })
    : "";
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
}
