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
 * Tells a message from an index. Of an index each text or attribute that names an XML file counts, relative to the index; only files on the
 * same host, the others make it broken: an index could lead anywhere.
 */
export function readDelivery(body: Uint8Array, address: string): ReadDelivery {
  const start = new TextDecoder().decode(body.subarray(0, firstBytes));
  if (/\/xzufi\//.test(start)) return { kind: "message" };
  const parsed = parseXml(body, limits);
  if (!parsed.ok) return { kind: "broken", detail: parsed.refusal.kind };
  const urls = namesIn(parsed.value).map((name) => URL.parse(name, address));
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
