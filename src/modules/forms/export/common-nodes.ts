import type { ReleaseStatus } from "../domain/form-definition.ts";
import { readableLines } from "../import/read-sequence.ts";
import {
  readEntries,
  type Details,
  type Entry,
} from "../import/source-details.ts";
import {
  supplementUri,
  writeSupplement,
  type Supplement,
} from "../import/supplement.ts";
import { anyUri } from "./any-uri.ts";
import { toLatin } from "./latin.ts";
import { codeNode, maybeNode, node, type XmlNode } from "./xml-node.ts";

/** What every element but the rules begins with. */
export type CommonContent = {
  readonly id: string;
  readonly version: string | undefined;
  readonly label: string;
  readonly status: ReleaseStatus;
  readonly legalBasis: string | undefined;
  readonly details: Details;
  readonly changedAt: string;
  readonly supplement: Supplement | undefined;
};

/** @see XDatenfelder 3.0.0, AllgemeineAngaben */
export function commonNodes(content: CommonContent): readonly XmlNode[] {
  const { details, label, legalBasis } = content;
  return [
    identification(content.id, content.version),
    node("name", toLatin(details["name"] ?? label)),
    ...latinNode("beschreibung", details["beschreibung"]),
    ...latinNode("definition", details["definition"]),
    ...referenceNodes(details["bezug"], legalBasis),
    codeNode("freigabestatus", statusCodes[content.status], {
      uri: "urn:xoev-de:xprozess:codeliste:status",
      version: "2022-07-12",
    }),
    ...maybeNode("statusGesetztAm", details["statusGesetztAm"]),
    ...latinNode("statusGesetztDurch", details["statusGesetztDurch"]),
    ...maybeNode("gueltigAb", details["gueltigAb"]),
    ...maybeNode("gueltigBis", details["gueltigBis"]),
    ...latinNode("versionshinweis", details["versionshinweis"]),
    ...maybeNode("veroeffentlichungsdatum", details["veroeffentlichungsdatum"]),
    node("letzteAenderung", details["letzteAenderung"] ?? content.changedAt),
    ...readEntries(details["relation"]).map(relationNode),
    ...readEntries(details["stichwort"]).map(keywordNode),
    ...supplementNodes(content.supplement),
  ];
}

/** The three of 2.0 and the word "active" of our own forms have no exact match: what is valid there counts as released, ours as work in progress. */
const statusCodes: Readonly<Record<ReleaseStatus, string>> = {
  "in-preparation": "2",
  active: "6",
  inactive: "7",
  planned: "1",
  "in-progress": "2",
  draft: "3",
  "released-methodically": "4",
  "released-silver": "5",
  "released-gold": "6",
  "marked-for-deletion": "8",
};

/** 2.0 counts with two numbers, 3.0.0 with three. */
export function threePartVersion(version: string | undefined): string {
  if (version !== undefined && /^\d+\.\d+\.\d+$/.test(version)) return version;
  return version !== undefined && /^\d+\.\d+$/.test(version)
    ? `${version}.0`
    : "1.0.0";
}

export function identification(
  id: string,
  version: string | undefined,
): XmlNode {
  return node("identifikation", [
    node("id", id),
    ...maybeNode("version", version),
  ]);
}

export function latinNode(
  name: string,
  text: string | undefined,
): readonly XmlNode[] {
  return maybeNode(name, text === undefined ? undefined : toLatin(text));
}

/** The references with their links, unless an overlay has written another legal basis since. */
export function referenceNodes(
  kept: string | undefined,
  legalBasis: string | undefined,
): readonly XmlNode[] {
  const entries = readEntries(kept);
  const isCurrent =
    legalBasis === undefined ||
    entries
      .map(({ text }) => text)
      .filter(Boolean)
      .join("; ") === legalBasis;
  if (entries.length > 0 && isCurrent)
    return entries.map(({ text, attributes = {} }) =>
      referenceNode(text, attributes["link"]),
    );
  return latinNode("bezug", legalBasis);
}

/** A reference to a legal norm, with the address of its text if there is one. */
export function referenceNode(text: string, link = ""): XmlNode {
  const address = anyUri(link);
  return node("bezug", toLatin(text), address === "" ? {} : { link: address });
}

export function keywordNode({ text, attributes = {} }: Entry): XmlNode {
  return node("stichwort", text, { uri: anyUri(attributes["uri"] ?? "") });
}

function supplementNodes(
  supplement: Supplement | undefined,
): readonly XmlNode[] {
  return supplement
    ? [node("stichwort", writeSupplement(supplement), { uri: supplementUri })]
    : [];
}

function relationNode({ text, attributes = {} }: Entry): XmlNode {
  return node("relation", [
    codeNode("praedikat", attributes["praedikat"] ?? "", {
      uri: "urn:xoev-de:fim-datenfelder:codeliste:relation",
      version: "1.2",
    }),
    node("objekt", [
      node("id", text),
      ...maybeNode("version", attributes["version"]),
    ]),
  ]);
}

export function pick(
  values: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => names.includes(name)),
  );
}

/** The text as it was written, if it still reads the same; otherwise the text of today. */
export function originalOr(
  kept: string | undefined,
  current: string,
  reading: (text: string) => string = readableLines,
): string {
  return kept !== undefined && reading(kept) === current ? kept : current;
}

/** A text that is read as one line. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
