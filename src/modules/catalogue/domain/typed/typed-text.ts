import {
  parseMarkup,
  type Inline,
  type Node,
} from "../content/parse-markup.ts";
import { richText, type RichText } from "../content/rich-text.ts";

/** Formatted text as an editor types it: an empty line parts paragraphs, `- ` and `1. ` make lists, `# ` a heading, `**words**`, `[words](address)`. */
export type TypedText = string;

/** Formatted text as it is shown for typing. */
export function typedOf(markup: RichText): TypedText {
  return parseMarkup(markup)
    .map((node) => blockOf(node, 0))
    .join("\n\n");
}

function blockOf(node: Node, depth: number): string {
  if (typeof node === "string") return node;
  if (node.tag === "ul" || node.tag === "ol") return listOf(node, depth);
  const words = wordsOf(node.children);
  const level = /^h([1-6])$/.exec(node.tag)?.[1];
  return level === undefined ? words : `${"#".repeat(Number(level))} ${words}`;
}

function listOf(list: Inline, depth: number): string {
  const indent = "  ".repeat(depth);
  return list.children
    .map((entry, index) => {
      const mark = list.tag === "ol" ? `${String(index + 1)}.` : "-";
      const children = typeof entry === "string" ? [entry] : entry.children;
      const words = wordsOf(children.filter((child) => !isList(child)));
      const nested = children
        .filter(isList)
        .map((child) => `\n${listOf(child, depth + 1)}`);
      const lines = words.trim().replaceAll("\n", `\n${indent}  `);
      return `${indent}${mark} ${lines}${nested.join("")}`;
    })
    .join("\n");
}

const isList = (node: Node): node is Inline =>
  typeof node !== "string" && (node.tag === "ul" || node.tag === "ol");

function wordsOf(nodes: readonly Node[]): string {
  return nodes.map(inlineOf).join("");
}

function inlineOf(node: Node): string {
  if (typeof node === "string") return node;
  const words = wordsOf(node.children);
  if (node.tag === "br") return "\n";
  if (node.tag === "a") return `[${words}](${node.href ?? ""})`;
  return node.tag === "strong" || node.tag === "b" ? `**${words}**` : words;
}

/** Addresses in brackets that do not become links. */
export function refusedAddresses(typed: TypedText): string[] {
  return [...typed.matchAll(linkPattern)]
    .map(([, , address = ""]) => address.trim())
    .filter((address) => !isAllowedAddress(address));
}

/** A page on the web, an e-mail, a telephone, or a page of this portal. */
export function isAllowedAddress(address: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@|tel:\+?\d|\/(?!\/))\S*$/i.test(
    address,
  );
}

const linkPattern = /\[([^[\]\n]+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g;

/** What was typed as formatted text. What was not touched stays as it is, down to what cannot be typed. */
export function markupOf(
  typed: TypedText,
  before: RichText | undefined,
): RichText {
  const given = typed.replaceAll(/\r\n?/g, "\n");
  if (before !== undefined && given.trim() === typedOf(before).trim())
    return before;
  return richText(
    given
      .split(/\n[^\S\n]*\n/)
      .map(blockMarkup)
      .join(""),
  );
}

type Line = {
  readonly kind: "text" | "ul" | "ol" | "heading";
  readonly depth: number;
  readonly words: string;
};

const entryPattern = /^(\s*)([-–•*]|\d{1,3}[.)])\s+(.*)$/;

function lineOf(line: string): Line {
  return (
    entryOf(line) ??
    headingOf(line) ?? {
      kind: "text",
      depth: /^\s{2}/.test(line) ? 1 : 0,
      words: line,
    }
  );
}

function entryOf(line: string): Line | undefined {
  const [, indent = "", mark, words = ""] = entryPattern.exec(line) ?? [];
  if (mark === undefined) return undefined;
  const kind = /\d/.test(mark) ? "ol" : "ul";
  return { kind, depth: indent.length >= 2 ? 1 : 0, words };
}

function headingOf(line: string): Line | undefined {
  const [, marks, words = ""] = /^(#{1,6}) +(.+)$/.exec(line) ?? [];
  return marks === undefined
    ? undefined
    : { kind: "heading", depth: marks.length, words };
}

/** Lines without an empty one between them: lists, headings, and what stands around them. */
function blockMarkup(block: string): string {
  let markup = "";
  let open: readonly ("ul" | "ol" | "p")[] = [];
  const closeTo = (count: number) => {
    for (const tag of open.slice(count).toReversed())
      markup += tag === "p" ? "</p>" : `</li></${tag}>`;
    open = open.slice(0, count);
  };
  const startEntry = (kind: "ul" | "ol", depth: number) => {
    const level = open[0] === "p" || open.length === 0 ? 0 : depth;
    if (open[0] === "p") closeTo(0);
    closeTo(level + 1);
    if (open[level] === kind) markup += "</li><li>";
    else {
      closeTo(level);
      markup += `<${kind}><li>`;
      open = [...open, kind];
    }
  };
  for (const line of block.split("\n").filter((it) => it.trim() !== "")) {
    const { kind, depth, words } = lineOf(line);
    if (kind === "heading") {
      closeTo(0);
      markup += `<h${String(depth)}>${inlineMarkup(words)}</h${String(depth)}>`;
    } else if (kind !== "text") {
      startEntry(kind, depth);
      markup += inlineMarkup(words);
    } else if (open.length > 0 && (open[0] === "p" || depth > 0)) {
      markup += `<br>${inlineMarkup(words.trim())}`;
    } else {
      closeTo(0);
      markup += `<p>${inlineMarkup(words.trim())}`;
      open = ["p"];
    }
  }
  closeTo(0);
  return markup;
}

function inlineMarkup(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll(/\*\*([^*\n]+)\*\*/g, "<strong>$1</strong>")
    .replaceAll(linkPattern, '<a href="$2">$1</a>');
}
