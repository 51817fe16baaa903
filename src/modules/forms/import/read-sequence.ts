import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { ImportReport } from "./import-message.ts";

/** How often a child may stand at its place in an `xs:sequence`. */
export type Slot = {
  readonly name: string;
  readonly min: 0 | 1;
  readonly max: 1 | "many";
};

export const one = (name: string): Slot => ({ name, min: 1, max: 1 });
export const maybe = (name: string): Slot => ({ name, min: 0, max: 1 });
export const many = (name: string): Slot => ({ name, min: 0, max: "many" });

/** The children of an element by name. */
export type Children = {
  readonly all: (name: string) => readonly XmlElement[];
  readonly find: (name: string) => XmlElement | undefined;
  /** Text without line breaks and doubled spaces, as a person would read it; empty when there is no such child. */
  readonly text: (name: string) => string;
  /** Text to read in lines and paragraphs; empty when there is none, or only the dot or dash editors write where there is nothing to say. */
  readonly lines: (name: string) => string;
};

/**
 * Checks the children against an `xs:sequence`. Missing or doubled is an error, and so is what has a meaning elsewhere; another order
 * and elements nobody knows are said, but do not hinder: each name stands once in a sequence, so it is clear what is meant.
 */
export function readSequence(
  parent: XmlElement,
  slots: readonly Slot[],
  report: ImportReport,
): Children {
  if (parent.text.trim() !== "") report.error("text-unexpected", parent);
  const found = new Map<string, XmlElement[]>();
  let position = 0;
  for (const child of parent.children) {
    const slot =
      child.namespace === parent.namespace
        ? slots.findIndex(({ name }) => name === child.name)
        : -1;
    if (slot < 0) reportUnknown({ parent, child, slots }, report);
    else {
      if (slot < position)
        report.warning("element-misplaced", child, { name: child.name });
      position = Math.max(slot, position);
      take(child, { isSingle: slots[slot]?.max === 1, found }, report);
    }
  }
  for (const { name, min } of slots)
    if (min === 1 && !found.has(name))
      report.error("element-missing", parent, { name });
  return childrenFrom(found);
}

type Taking = {
  readonly isSingle: boolean;
  readonly found: Map<string, XmlElement[]>;
};

function take(
  child: XmlElement,
  { isSingle, found }: Taking,
  report: ImportReport,
): void {
  const before = found.get(child.name);
  if (before && isSingle)
    report.error("element-repeated", child, { name: child.name });
  // Some children stand there thousands of times: adding one must not copy the others.
  if (before) before.push(child);
  else found.set(child.name, [child]);
}

type Unknown = {
  readonly parent: XmlElement;
  readonly child: XmlElement;
  readonly slots: readonly Slot[];
};

function reportUnknown(
  { parent, child, slots }: Unknown,
  report: ImportReport,
): void {
  if (!decidesWhatIsAsked(child, parent.namespace)) {
    report.warning("element-unknown", child, {
      name: child.name,
      parent: parent.name,
    });
    return;
  }
  const expected = slots.map(({ name }) => name).join(", ");
  report.error("element-unexpected", child, {
    name: child.name,
    parent: parent.name,
    expected,
  });
}

/** To leave one of these out could change the form, wherever it stands. */
const deciding: ReadonlySet<string> = new Set([
  "stammdatenschema",
  "datenfeldgruppe",
  "datenfeld",
  "identifikation",
  "struktur",
  "anzahl",
  "enthaelt",
  "art",
  "feldart",
  "datentyp",
  "praezisierung",
  "inhalt",
  "vorbefuellung",
  "werte",
  "wert",
  "codelisteReferenz",
  "genericodeIdentification",
  "codeKey",
  "nameKey",
  "helpKey",
  "maxSize",
  "mediaType",
  "regel",
]);

function decidesWhatIsAsked(element: XmlElement, namespace: string): boolean {
  return (
    (element.namespace === namespace && deciding.has(element.name)) ||
    element.children.some((child) => decidesWhatIsAsked(child, namespace))
  );
}

function childrenFrom(
  found: ReadonlyMap<string, readonly XmlElement[]>,
): Children {
  const find = (name: string) => found.get(name)?.[0];
  return {
    all: (name) => found.get(name) ?? [],
    find,
    text: (name) => readableText(find(name)),
    lines: (name) => readableLines(find(name)?.text ?? ""),
  };
}

/** `xs:token`: outer spaces gone, inner runs one space. */
export function readableText(element: XmlElement | undefined): string {
  const text = element?.text ?? "";
  return oneWord.test(text)
    ? text
    : text.replaceAll(/\s+/g, " ").trim().normalize("NFC");
}

/** Most texts are ids, codes and dates: there is nothing to do for them. */
const oneWord = /^[!-~]*$/;

/**
 * As `readableText`, but lists and paragraphs stay: each line by itself, at most one empty line between two. Empty where nothing is
 * said.
 */
export function readableLines(text: string): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.replaceAll(/\s+/g, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()
    .normalize("NFC");
  return /[\p{L}\p{N}]/u.test(lines) ? lines : "";
}
