/** A piece of markup. */
export type Token =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "open";
      readonly tag: string;
      readonly href?: string | undefined;
    }
  | { readonly kind: "close"; readonly tag: string };

/** Elements that go with everything in them. */
const silent = ["script", "style", "template", "iframe", "object", "svg"];

const tagName = /^\/?([a-zA-Z][a-zA-Z0-9]*)/;
const hrefAttribute = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
/** Where a text may lead; everything else, such as `javascript:`, does not become a link. */
const allowedAddress = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i;

/** Tags and words in the order they stand. Takes one pass, whatever is written. */
export function* tokensOf(markup: string): Generator<Token> {
  let at = 0;
  while (at < markup.length) {
    const start = markup.indexOf("<", at);
    const end = start === -1 ? -1 : endOfTag(markup, start);
    if (end === -1) {
      yield textOf(markup.slice(at));
      return;
    }
    if (start > at) yield textOf(markup.slice(at, start));
    const token = tagOf(markup.slice(start + 1, end));
    if (token !== "comment") yield token;
    at = afterTag(markup, token, { start, end });
  }
}

/** What stands between `<` and `>`; a `<` without the name of a tag is a character like any other. */
function tagOf(inner: string): Token | "comment" {
  const tag = tagName.exec(inner)?.[1]?.toLowerCase();
  if (tag === undefined)
    return isComment(inner) ? "comment" : { kind: "text", text: "<" };
  return inner.startsWith("/")
    ? { kind: "close", tag }
    : { kind: "open", tag, href: addressOf(tag, inner) };
}

function afterTag(
  markup: string,
  token: Token | "comment",
  { start, end }: { readonly start: number; readonly end: number },
): number {
  if (token === "comment") return end + 1;
  if (token.kind === "text") return start + 1;
  return token.kind === "open" && silent.includes(token.tag)
    ? endOfElement(markup, token.tag, end + 1)
    : end + 1;
}

const isComment = (inner: string) =>
  inner.startsWith("!") || inner.startsWith("?");

function endOfTag(markup: string, start: number): number {
  if (!markup.startsWith("<!--", start)) return markup.indexOf(">", start);
  const end = markup.indexOf("-->", start);
  return end === -1 ? -1 : end + 2;
}

function endOfElement(markup: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  return closing.exec(markup)?.index ?? markup.length;
}

function addressOf(name: string, inner: string): string | undefined {
  if (name !== "a") return undefined;
  const found = hrefAttribute.exec(inner);
  const address = decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? "")
    .normalize("NFC")
    .trim()
    // `HTTPS:` leads to the same place. @see RFC 3986, 3.1
    .replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
  return allowedAddress.test(address) ? address : undefined;
}

const textOf = (raw: string): Token => ({
  kind: "text",
  text: decoded(raw).replaceAll(/[\t\r\n ]+/g, " "),
});

/** Names of characters, as HTML has them. */
const named: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  nbsp: 0xa0,
  auml: 0xe4,
  ouml: 0xf6,
  uuml: 0xfc,
  Auml: 0xc4,
  Ouml: 0xd6,
  Uuml: 0xdc,
  szlig: 0xdf,
  euro: 0x20ac,
  sect: 0xa7,
  ndash: 0x2013,
  mdash: 0x2014,
  hellip: 0x2026,
  bdquo: 0x201e,
  ldquo: 0x201c,
  rdquo: 0x201d,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  shy: 0xad,
  eacute: 0xe9,
  egrave: 0xe8,
  deg: 0xb0,
  middot: 0xb7,
  bull: 0x2022,
  copy: 0xa9,
  reg: 0xae,
  laquo: 0xab,
  raquo: 0xbb,
  times: 0xd7,
};

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi,
    (whole, name: string) =>
      name.startsWith("#")
        ? characterOf(name.slice(1).replace(/^x/i, "0x"))
        : characterNamed(name, whole),
  );
}

function characterNamed(name: string, otherwise: string): string {
  const code = named[name];
  return code === undefined ? otherwise : String.fromCodePoint(code);
}

function characterOf(digits: string): string {
  const code = Number(digits);
  const isCharacter =
    code === 9 || code === 10 || (code >= 32 && code <= 0x10_ff_ff);
  return isCharacter && !(code >= 0xd8_00 && code <= 0xdf_ff)
    ? String.fromCodePoint(code)
    : "";
}
