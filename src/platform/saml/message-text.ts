import { parseXml, type XmlLimits } from "../xml/parse-xml.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { ok, refuse, type Result } from "../result/result.ts";

/** A message that may be looked at: well-formed, small, of elements and text only. */
export type MessageText = { readonly text: string; readonly root: XmlElement };

export type MessageTextRefusal = {
  readonly kind:
    | "too-large"
    | "not-xml"
    | "markup-not-allowed"
    | "duplicate-id";
};

const messageLimits: XmlLimits = {
  maxBytes: 256 * 1024,
  maxDepth: 30,
  maxElements: 2_000,
  maxAttributes: 30,
};

/**
 * Reads bytes of strangers. Besides what the parser refuses, document types, entities, comments, processing instructions
 * and CDATA are refused altogether: no identity provider writes them, and they are how two parsers are made to disagree.
 * What is left reads the same to every parser.
 */
export function readMessageText(
  bytes: Uint8Array,
): Result<MessageText, MessageTextRefusal> {
  if (bytes.byteLength > messageLimits.maxBytes)
    return refuse({ kind: "too-large" });
  const text = decodeUtf8(bytes)?.replace(declaration, "");
  if (text === undefined) return refuse({ kind: "not-xml" });
  if (forbiddenMarkup.test(text)) return refuse({ kind: "markup-not-allowed" });
  const parsed = parseXml(Buffer.from(text, "utf8"), messageLimits);
  if (!parsed.ok) return refuse({ kind: "not-xml" });
  return hasUniqueIds(parsed.value)
    ? ok({ text, root: parsed.value })
    : refuse({ kind: "duplicate-id" });
}

/** Left out before anything else reads the text: it could name another version of XML, with other line ends. */
const declaration = /^\s*<\?xml\s[^<>]*\?>/;

/** A `<` stands nowhere in well-formed XML but at the start of markup, so this needs no parser. */
const forbiddenMarkup = /<[!?]/;

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // TextDecoder throws exactly when the bytes are not UTF-8; the caller is told that this is no XML of ours.
    return undefined;
  }
}

/** Across all spellings, because signatures, encryption and SAML each have their own. */
function hasUniqueIds(root: XmlElement): boolean {
  const ids: string[] = [];
  const collect = (element: XmlElement): void => {
    for (const [name, value] of element.attributes)
      if (/^([^:]+:)?id$/i.test(name)) ids.push(value);
    element.children.forEach(collect);
  };
  collect(root);
  return new Set(ids).size === ids.length;
}
