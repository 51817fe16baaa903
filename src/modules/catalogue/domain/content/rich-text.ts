import { parseMarkup, type Inline, type Node } from "./parse-markup.ts";

/**
 * Formatted text as the Portalverbund allows it: a string of the tags p, br, h1 to h6, strong, b, em, i, sup, sub, ul, ol, li and a with href.
 * Anything else is taken out by `richText`; two texts that mean the same are the same string.
 * @see docs.fitko.de/pvog, allowed HTML in texts
 */
export type RichText = string;

/** Cleans markup from outside, or text without any: tags that are not allowed go, their words stay; scripts and styles go with their words. */
export function richText(markup: string): RichText {
  return parseMarkup(markup).map(written).join("");
}

/** One paragraph each. */
export function paragraphs(...texts: readonly string[]): RichText {
  return texts.map((text) => `<p>${escaped(text)}</p>`).join("");
}

/** A list with bullets; nothing for an empty list. */
export function bullets(items: readonly string[]): RichText {
  return listOf("ul", items);
}

/** A list with numbers, for what is done one after the other. */
export function steps(items: readonly string[]): RichText {
  return listOf("ol", items);
}

function listOf(tag: "ul" | "ol", items: readonly string[]): RichText {
  if (items.length === 0) return "";
  const entries = items.map((item) => `<li>${escaped(item)}</li>`).join("");
  return `<${tag}>${entries}</${tag}>`;
}

/** The words alone, one line for each paragraph, heading and entry of a list. */
export function plainTextOf(text: RichText): string {
  return linesOf(text).join("\n");
}

/** Each paragraph, heading and entry of a list as plain words. */
export function linesOf(text: RichText): string[] {
  return parseMarkup(text)
    .flatMap(linesOfNode)
    .map((line) => line.replaceAll(/[^\S\n]+/g, " ").trim())
    .filter((line) => line !== "");
}

function linesOfNode(node: Node): string[] {
  if (typeof node === "string") return [node];
  if (node.tag === "ul" || node.tag === "ol" || node.tag === "li") {
    const nested = node.children.filter(isList);
    const own = node.children.filter((child) => !isList(child));
    return [own.map(wordsOf).join(""), ...nested.flatMap(linesOfNode)];
  }
  return [wordsOf(node)];
}

const isList = (node: Node) =>
  typeof node !== "string" &&
  (node.tag === "ul" || node.tag === "ol" || node.tag === "li");

function wordsOf(node: Node): string {
  if (typeof node === "string") return node;
  if (node.tag === "br") return "\n";
  return node.children.map(wordsOf).join("");
}

/** Addresses the text links to. */
export function linksOf(text: RichText): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (typeof node === "string") return;
    if (node.href !== undefined) found.push(node.href);
    node.children.forEach(visit);
  };
  parseMarkup(text).forEach(visit);
  return found;
}

function written(node: Node): string {
  if (typeof node === "string") return escaped(node);
  if (node.tag === "br") return "<br>";
  return `<${node.tag}${hrefOf(node)}>${node.children.map(written).join("")}</${node.tag}>`;
}

const hrefOf = ({ href }: Inline) =>
  href === undefined
    ? ""
    : ` href="${escaped(href).replaceAll('"', "&quot;")}"`;

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
