import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { FormDefinition, FormElement } from "../domain/form-definition.ts";
import { readFormDefinition } from "../form-definition-schema.ts";
import type { ImportReport } from "./import-message.ts";
import { supplementDetail, type Details } from "./source-details.ts";
import {
  readSupplement,
  regroup,
  supplemented,
  supplementUri,
} from "./supplement.ts";

/**
 * Gives a form of our own export back what XDatenfelder could not carry. Anybody can write a supplement: when they do not make a form of
 * ours they are left out altogether, with a warning.
 */
export function applySupplements(
  definition: FormDefinition,
  schema: XmlElement,
  report: ImportReport,
): FormDefinition {
  const elements = definition.pages.flatMap((page) => page.elements);
  const own = definition.provenance.details?.[supplementDetail];
  if (own === undefined && !elements.some(isSupplemented)) return definition;
  const plain: FormDefinition = {
    ...definition,
    provenance: withoutSupplement(definition.provenance),
    pages: definition.pages.map((page) => ({
      ...page,
      elements: page.elements.map(plainElement),
    })),
  };
  const { pages, ...changes } = readSupplement(own ?? "{}") ?? {};
  const read = readFormDefinition({
    ...supplemented(plain, changes),
    pages: regroup(
      definition.pages.map((page) => ({
        ...page,
        elements: page.elements.map(supplementedElement),
      })),
      pages,
    ),
  });
  if (!read)
    report.warning("supplement-ignored", schema, { uri: supplementUri });
  return read ?? plain;
}

function isSupplemented(element: FormElement): boolean {
  return (
    element.source?.details?.[supplementDetail] !== undefined ||
    (element.kind === "group" && element.elements.some(isSupplemented))
  );
}

function plainElement(element: FormElement): FormElement {
  const source = element.source && withoutSupplement(element.source);
  const plain = source ? { ...element, source } : element;
  return plain.kind === "group"
    ? { ...plain, elements: plain.elements.map(plainElement) }
    : plain;
}

function supplementedElement(
  element: FormElement,
): Readonly<Record<string, unknown>> {
  const text = element.source?.details?.[supplementDetail] ?? "{}";
  const { elements: _fixed, ...changes } = readSupplement(text) ?? {};
  const source = element.source && withoutSupplement(element.source);
  return {
    ...supplemented({ ...element, ...(source ? { source } : {}) }, changes),
    ...(element.kind === "group"
      ? { elements: element.elements.map(supplementedElement) }
      : {}),
  };
}

function withoutSupplement<Kept extends { readonly details?: Details }>(
  source: Kept,
): Kept {
  const { [supplementDetail]: supplement, ...details } = source.details ?? {};
  return supplement === undefined ? source : { ...source, details };
}
