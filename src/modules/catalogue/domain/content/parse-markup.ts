import { tokensOf, type Token } from "./markup-tokens.ts";

/** An element of formatted text. */
export type Inline = {
  readonly tag: string;
  readonly href?: string | undefined;
  readonly children: readonly Node[];
};

/** Words, or an element. */
export type Node = string | Inline;

type Open = { tag: string; href?: string | undefined; children: Node[] };

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const lists = ["ul", "ol"];
const inlines = ["strong", "b", "em", "i", "sup", "sub", "a"];
const allowed = ["p", "br", "li", ...headings, ...lists, ...inlines];

/** Tags of markup that are not allowed, each once. */
export function foreignTagsOf(markup: string): string[] {
  const tags = new Set<string>();
  for (const token of tokensOf(markup))
    if (token.kind === "open" && !allowed.includes(token.tag))
      tags.add(token.tag);
  return [...tags];
}

/** What begins a new line although it is not allowed: the words must not grow together. */
const foreignBlocks = [
  ...["div", "section", "article", "table", "tr", "td", "th", "dl", "dt", "dd"],
  ...["blockquote", "pre", "header", "footer", "figure", "hr"],
];

/** Nobody writes deeper; whoever does gets words without more elements around them. */
const deepest = 20;

/** The allowed elements of markup, well nested, none of them empty; words stand in a paragraph, a heading or the entry of a list. */
export function parseMarkup(markup: string): Node[] {
  const builder = new TreeBuilder();
  for (const token of tokensOf(markup)) builder.take(token);
  return builder.finish();
}

class TreeBuilder {
  readonly #root: Open = { tag: "", children: [] };
  #open: Open[] = [this.#root];

  take(token: Token): void {
    if (token.kind === "text") this.#text(token.text);
    else if (token.kind === "close") this.#close(token.tag);
    else this.#start(token.tag, token.href);
  }

  finish(): Node[] {
    this.#closeTo(0);
    return this.#root.children;
  }

  get #top(): Open {
    return this.#open.at(-1) ?? this.#root;
  }

  #text(text: string): void {
    const isBlank = text.trim() === "";
    if (isBlank && !this.#isInText()) return;
    this.#needText();
    this.#top.children.push(text);
  }

  #start(tag: string, href: string | undefined): void {
    if (tag === "br") {
      if (this.#isInText()) this.#top.children.push({ tag, children: [] });
    } else if (inlines.includes(tag)) {
      this.#startInline(tag, href);
    } else if (tag === "p" || headings.includes(tag)) {
      this.#startBlock(tag);
    } else if (lists.includes(tag)) {
      this.#startList(tag);
    } else if (tag === "li") {
      this.#startEntry();
    } else if (foreignBlocks.includes(tag)) {
      this.#closeBlock();
    }
  }

  /** A link that leads nowhere, or stands within another one, is words alone. */
  #startInline(tag: string, href: string | undefined): void {
    if (tag === "a" && (href === undefined || this.#isWithin("a"))) return;
    if (this.#open.length > deepest) return;
    this.#needText();
    this.#push(tag, href);
  }

  /** Within an entry of a list a paragraph is a line of its own, no element. */
  #startBlock(tag: string): void {
    if (!this.#isWithin("li")) {
      this.#closeTo(0);
      this.#push(tag);
    } else this.#closeBlock();
  }

  #startList(tag: string): void {
    const entry = this.#open.findLastIndex((it) => it.tag === "li");
    const isNested = entry !== -1 && this.#open.length <= deepest;
    this.#closeTo(isNested ? entry : 0);
    this.#push(tag);
  }

  #startEntry(): void {
    const list = this.#open.findLastIndex(({ tag }) => lists.includes(tag));
    if (list === -1) this.#startList("ul");
    else this.#closeTo(list);
    this.#push("li");
  }

  /** A new line: in a list as `br`, elsewhere as the end of the paragraph. */
  #closeBlock(): void {
    const entry = this.#open.findLastIndex((it) => it.tag === "li");
    this.#closeTo(Math.max(entry, 0));
    const { children } = this.#top;
    if (entry !== -1 && children.length > 0)
      children.push({ tag: "br", children: [] });
  }

  #close(tag: string): void {
    const at = this.#open.findLastIndex((it) => it.tag === tag);
    if (foreignBlocks.includes(tag)) this.#closeBlock();
    else if (at > 0) this.#closeTo(at - 1);
  }

  #push(tag: string, href?: string): void {
    this.#open.push({ tag, children: [], ...(href !== undefined && { href }) });
  }

  #closeTo(index: number): void {
    while (this.#open.length - 1 > index) {
      const closed = this.#open.pop();
      if (closed) this.#keep(closed);
    }
  }

  #keep(closed: Open): void {
    const words = withJoinedTexts(closed.children);
    const children = inlines.includes(closed.tag) ? words : trimmed(words);
    if (children.length === 0) return;
    this.#top.children.push({ ...closed, children });
  }

  #isWithin(tag: string): boolean {
    return this.#open.some((it) => it.tag === tag);
  }

  #isInText(): boolean {
    return this.#top !== this.#root && !lists.includes(this.#top.tag);
  }

  #needText(): void {
    if (this.#isInText()) return;
    if (lists.includes(this.#top.tag)) this.#push("li");
    else this.#push("p");
  }
}

/**
 * A tag that went stood between two texts: one blank is left of two, and a mark stands on the letter before it. Composed here and not before: a
 * mark behind a tag would be composed with its ">".
 */
function withJoinedTexts(children: readonly Node[]): Node[] {
  const joined: Node[] = [];
  let texts: string[] = [];
  const join = () => {
    const text = texts.join("").replaceAll(/ {2,}/g, " ").normalize("NFC");
    if (text !== "") joined.push(text);
    texts = [];
  };
  for (const child of children)
    if (typeof child === "string") texts.push(child);
    else {
      join();
      joined.push(child);
    }
  join();
  return joined;
}

/** Without blanks and line breaks at the ends. */
function trimmed(children: readonly Node[]): Node[] {
  const kept = [...children];
  const isVoid = (node: Node | undefined) =>
    typeof node === "string" ? node.trim() === "" : node?.tag === "br";
  while (kept.length > 0 && isVoid(kept[0])) kept.shift();
  while (kept.length > 0 && isVoid(kept.at(-1))) kept.pop();
  const first = kept[0];
  if (typeof first === "string") kept[0] = first.trimStart();
  const last = kept.at(-1);
  if (typeof last === "string") kept[kept.length - 1] = last.trimEnd();
  return kept;
}
