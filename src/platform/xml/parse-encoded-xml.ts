import { refuse, type Result } from "../result/result.ts";
import { defaultXmlLimits, parseXml, type XmlRefusal } from "./parse-xml.ts";
import type { XmlElement } from "./xml-element.ts";

/**
 * `parseXml` for documents that people export from tools: UTF-16 (by its byte order mark or its first characters) and the one-byte
 * encodings of Western Europe are read, too. Never for messages that are signed: others must read them as we do.
 * @see XML 1.0, appendix F
 */
export function parseEncodedXml(
  document: Uint8Array,
): Result<XmlElement, XmlRefusal> {
  if (document.byteLength > defaultXmlLimits.maxBytes)
    return refuse({ kind: "too-large", line: 1 });
  const encoding = encodingOf(document);
  const label = supported.get(encoding.toLowerCase());
  if (label === undefined)
    return refuse({
      kind: "encoding-not-supported",
      line: 1,
      detail: encoding,
    });
  if (label === "utf-8") return parseXml(document);
  // Tools that write UTF-8 keep the declaration of the file they have read; other texts are never UTF-8 by chance.
  const text =
    (label.startsWith("utf-16") ? undefined : decode(document, "utf-8")) ??
    decode(document, label);
  if (text === undefined)
    return refuse({ kind: "not-as-declared", line: 1, detail: encoding });
  const utf8 = new TextEncoder().encode(
    text.replace(declaration, (_whole, before: string) => `${before}"UTF-8"`),
  );
  // Measured as it came: the same text takes up to three times as much in UTF-8.
  return parseXml(utf8, {
    ...defaultXmlLimits,
    maxBytes: 3 * defaultXmlLimits.maxBytes,
  });
}

/** What a document may say of itself, and what `TextDecoder` calls it. */
const supported: ReadonlyMap<string, string> = new Map([
  ["utf-8", "utf-8"],
  ["utf8", "utf-8"],
  ["us-ascii", "utf-8"],
  ["ascii", "utf-8"],
  ["utf-16le", "utf-16le"],
  ["utf-16be", "utf-16be"],
  ["iso-8859-1", "windows-1252"],
  ["latin1", "windows-1252"],
  ["windows-1252", "windows-1252"],
  ["cp1252", "windows-1252"],
  ["iso-8859-15", "iso-8859-15"],
]);

const declaration =
  /^(\s*<\?xml\b[^>]{0,100}?\bencoding\s*=\s*)(?:"[^"<>]{0,40}"|'[^'<>]{0,40}')/;

/** How a document in UTF-16 begins: with a byte order mark, or with `<`. */
const beginnings: ReadonlyMap<string, string> = new Map([
  ["fffe", "utf-16le"],
  ["feff", "utf-16be"],
  ["3c00", "utf-16le"],
  ["003c", "utf-16be"],
]);

/** Its first bytes count before what it says of itself. */
function encodingOf(document: Uint8Array): string {
  const beginning = Buffer.from(document.subarray(0, 2)).toString("hex");
  return beginnings.get(beginning) ?? declaredEncoding(document) ?? "utf-8";
}

function declaredEncoding(document: Uint8Array): string | undefined {
  const start = Buffer.from(document.subarray(0, 200)).toString("latin1");
  // Without the byte order mark of UTF-8.
  const found = declaration.exec(start.replace(/^\u00ef\u00bb\u00bf/, ""));
  return found?.[0].split(/["']/).at(-2);
}

function decode(document: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(document);
  } catch {
    // TextDecoder throws exactly when the bytes are not in the encoding; that is what the caller is told.
    return undefined;
  }
}
