import { z } from "zod";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { ElementSource } from "../domain/form-definition.ts";
import type { Children } from "./read-sequence.ts";
import { readableText } from "./read-sequence.ts";
import { supplementUri } from "./supplement.ts";

/** What only the source standard knows of an element, by the name of the element it stood in. */
export type Details = Readonly<Record<string, string>>;

/** A child that may stand several times: its text and attributes. Kept as JSON. */
export type Entry = {
  readonly text: string;
  readonly attributes?: Readonly<Record<string, string>>;
};

/** Names of 2.0 under which 3.0.0 has another: the details use those of 3.0.0. */
const renamed: Readonly<Record<string, string>> = {
  freigabedatum: "statusGesetztAm",
  fachlicherErsteller: "statusGesetztDurch",
};

const keptTexts = [
  "beschreibung",
  "definition",
  "freigabedatum",
  "statusGesetztAm",
  "fachlicherErsteller",
  "statusGesetztDurch",
  "gueltigAb",
  "gueltigBis",
  "versionshinweis",
  "veroeffentlichungsdatum",
  "letzteAenderung",
  "hilfetextAusgabe",
];

/** The parts of an element that are not shown on a screen. `label` is what the element is called there. */
export function detailsOf(children: Children, label: string): Details {
  const texts = keptTexts.map((name): [string, string] => [
    renamed[name] ?? name,
    originalText(children.find(name)),
  ]);
  return present([
    ...texts,
    ["name", unlessSame(children.text("name"), label)],
    [
      "bezeichnungAusgabe",
      unlessSame(children.text("bezeichnungAusgabe"), label),
    ],
    ["hilfetextEingabe", unlessShown(children, "hilfetextEingabe")],
    ["bezug", keptReferences(children.all("bezug"))],
    ["relation", entriesOf(children.all("relation"), relationEntry)],
    ["stichwort", entriesOf(children.all("stichwort").filter(isForeign))],
    [supplementDetail, supplementOf(children.all("stichwort"))],
    [
      "schemaelementart",
      unlessSame(codeOf(children, "schemaelementart"), "RNG"),
    ],
  ]);
}

/** Where the supplement of an element waits until the whole form was read. */
export const supplementDetail = "supplement";

function isForeign({ attributes }: XmlElement): boolean {
  return attributes.get("uri") !== supplementUri;
}

function supplementOf(keywords: readonly XmlElement[]): string {
  return keywords.find((keyword) => !isForeign(keyword))?.text.trim() ?? "";
}

/** The legal basis in words: all references, whatever links they carry. */
export function legalBasisOf(references: readonly XmlElement[]): string {
  return references.map(readableText).filter(isPresent).join("; ");
}

/** References whose links or number the words alone would lose. */
export function keptReferences(references: readonly XmlElement[]): string {
  const isPlain =
    references.length <= 1 && !references[0]?.attributes.has("link");
  return isPlain ? "" : entriesOf(references);
}

/** Children as JSON, each but once; empty for none. */
export function entriesOf(
  elements: readonly XmlElement[],
  toEntry: (element: XmlElement) => Entry = plainEntry,
): string {
  const entries = elements
    .map(toEntry)
    .filter(({ text, attributes }) => text !== "" || attributes)
    .map((each) => JSON.stringify(each));
  // Released schemas name the same relation some thousand times over.
  return entries.length === 0 ? "" : `[${[...new Set(entries)].join(",")}]`;
}

/** The code of a coded child without judging it; empty when there is none. */
export function codeOf(children: Children, name: string): string {
  return codeIn(children.find(name));
}

/** Leaves out what is empty. */
export function present(
  entries: readonly (readonly [string, string])[],
): Details {
  return Object.fromEntries(entries.filter(([, value]) => isPresent(value)));
}

/** The source with further details, if there are any. */
export function withDetails(
  source: ElementSource,
  details: Details,
): ElementSource {
  const all = { ...source.details, ...details };
  return Object.keys(all).length === 0 ? source : { ...source, details: all };
}

/** As it was written, line breaks included. */
export function originalText(element: XmlElement | undefined): string {
  return (element?.text ?? "").trim().normalize("NFC");
}

/** The original of a text that is shown in lines, where something of it is not shown. */
export function unlessShown(children: Children, name: string): string {
  return unlessSame(originalText(children.find(name)), children.lines(name));
}

export function unlessSame(text: string, other: string): string {
  return text === other ? "" : text;
}

function isPresent(text: string): boolean {
  return text !== "";
}

function plainEntry(element: XmlElement): Entry {
  return entry(readableText(element), ownAttributes(element));
}

/** Without those that belong to XML itself: `xmlns`, `xml:lang`. */
export function ownAttributes({
  attributes,
}: XmlElement): readonly (readonly [string, string])[] {
  return [...attributes].filter(([name]) => !name.startsWith("xml"));
}

/** `relation` has no text, but a predicate and the element it points to. */
function relationEntry(element: XmlElement): Entry {
  const inner = (parent: XmlElement | undefined, name: string) =>
    parent?.children.find((child) => child.name === name);
  const target = inner(element, "objekt");
  return entry(
    readableText(inner(target, "id")),
    [
      ["praedikat", codeIn(inner(element, "praedikat"))] as const,
      ["version", readableText(inner(target, "version"))] as const,
    ].filter(([, value]) => value !== ""),
  );
}

function entry(
  text: string,
  attributes: readonly (readonly [string, string])[],
): Entry {
  return attributes.length === 0
    ? { text }
    : { text, attributes: Object.fromEntries(attributes) };
}

function codeIn(element: XmlElement | undefined): string {
  return readableText(element?.children.find(({ name }) => name === "code"));
}

/** What `entriesOf` kept; a text of its own where it is no such list. */
export function readEntries(kept: string | undefined): readonly Entry[] {
  if (kept === undefined || kept === "") return [];
  try {
    return entries.safeParse(JSON.parse(kept)).data ?? [{ text: kept }];
  } catch {
    // No list: a text as it stands in a rule of 2.0.
    return [{ text: kept }];
  }
}

const entries = z.array(
  z.object({
    text: z.string(),
    attributes: z.exactOptional(z.record(z.string(), z.string())),
  }),
);
