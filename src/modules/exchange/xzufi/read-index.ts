import { parseXml } from "../../../platform/xml/parse-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";

/** What the address of a feed answers with: one message, or an index of files, by their addresses. */
export type ReadDelivery =
  | { readonly kind: "message" }
  | { readonly kind: "index"; readonly urls: readonly string[] }
  | { readonly kind: "broken"; readonly detail: string };

const firstBytes = 4_096;
const mostIndexBytes = 10 * 1024 * 1024;
const limits = {
  maxBytes: mostIndexBytes,
  maxDepth: 20,
  maxElements: 200_000,
  maxAttributes: 50,
};

/**
 * Tells a message from an index. An index is a text with the name of a file in each line (`index.txt`), as editing systems of the Länder hand it
 * to the Sammlerdienst, or XML of which each text or attribute that names an XML file counts. Names are relative to the index; only files on
 * the same host, the others make it broken: an index could lead anywhere.
 * @see BSI TR-03172-1, 2.1.1: the Sammlerdienst knows the address of the index, and fetches all files that it names
 */
export function readDelivery(body: Uint8Array, address: string): ReadDelivery {
  const start = new TextDecoder().decode(body.subarray(0, firstBytes));
  if (/\/xzufi\//.test(start)) return { kind: "message" };
  return start.trimStart().startsWith("<")
    ? readXmlIndex(body, address)
    : readTextIndex(body, address);
}

function readXmlIndex(body: Uint8Array, address: string): ReadDelivery {
  const parsed = parseXml(body, limits);
  return parsed.ok
    ? filesAt(namesIn(parsed.value), address)
    : { kind: "broken", detail: parsed.refusal.kind };
}

function readTextIndex(body: Uint8Array, address: string): ReadDelivery {
  if (body.length > mostIndexBytes)
    return { kind: "broken", detail: "too-large" };
  const lines = new TextDecoder().decode(body).split(/\r\n|\r|\n/);
  const wrong = lines.findIndex(
    (line) => line.trim() !== "" && !xmlFile.test(line.trim()),
  );
  if (wrong >= 0)
    return {
      kind: "broken",
      detail: `index-line, line ${String(wrong + 1)}`,
    };
  const names = lines.map((line) => line.trim()).filter((line) => line !== "");
  return filesAt(names, address);
}

function filesAt(names: readonly string[], address: string): ReadDelivery {
  const urls = names.map((name) => URL.parse(name, address));
  const { host, protocol } = new URL(address);
  return urls.every((url) => url?.host === host && url.protocol === protocol)
    ? { kind: "index", urls: urls.flatMap((url) => (url ? [url.href] : [])) }
    : { kind: "broken", detail: "index-leads-elsewhere" };
}

const xmlFile = /^[^\s<>]{1,2000}\.xml(?:\?[^\s<>]*)?$/i;

function namesIn(element: XmlElement): string[] {
  const schema = /schemaLocation/i;
  const own = [
    element.text.trim(),
    ...[...element.attributes]
      .filter(([name]) => !schema.test(name))
      .map(([, value]) => value.trim()),
  ];
  return [
    ...own.filter((text) => xmlFile.test(text)),
    ...element.children.flatMap(namesIn),
  ];
}
