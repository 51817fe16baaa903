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

/** Checks the children against an `xs:sequence`: nothing missing, doubled, unknown or in another order. Reports what is. */
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
        ? slots.findIndex(
            ({ name }, index) => name === child.name && index >= position,
          )
        : -1;
    if (slot < 0)
      reportUnexpected(
        { parent, child, slots, isKnown: found.has(child.name) },
        report,
      );
    else position = take(child, { slots, slot, found }, report);
  }
  for (const { name, min } of slots)
    if (min === 1 && !found.has(name))
      report.error("element-missing", parent, { name });
  return childrenFrom(found);
}

type Taking = {
  readonly slots: readonly Slot[];
  readonly slot: number;
  readonly found: Map<string, XmlElement[]>;
};

function take(
  child: XmlElement,
  { slots, slot, found }: Taking,
  report: ImportReport,
): number {
  const before = found.get(child.name);
  if (before && slots[slot]?.max === 1)
    report.error("element-repeated", child, { name: child.name });
  // Some children stand there thousands of times: adding one must not copy the others.
  if (before) before.push(child);
  else found.set(child.name, [child]);
  return slot;
}

type Unexpected = {
  readonly parent: XmlElement;
  readonly child: XmlElement;
  readonly slots: readonly Slot[];
  readonly isKnown: boolean;
};

function reportUnexpected(
  { parent, child, slots, isKnown }: Unexpected,
  report: ImportReport,
): void {
  if (isKnown && child.namespace === parent.namespace) {
    report.error("element-repeated", child, { name: child.name });
    return;
  }
  const expected = slots.map(({ name }) => name).join(", ");
  report.error("element-unexpected", child, {
    name: child.name,
    parent: parent.name,
    expected,
  });
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
  return (element?.text ?? "").replaceAll(/\s+/g, " ").trim().normalize("NFC");
}

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
