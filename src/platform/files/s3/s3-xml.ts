import { parseXml } from "../../xml/parse-xml.ts";
import type { XmlElement } from "../../xml/xml-element.ts";

/** The root of an answer; undefined when it is no XML. */
export function xmlOf(body: Buffer): XmlElement | undefined {
  const parsed = parseXml(body);
  return parsed.ok ? parsed.value : undefined;
}

export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

/** Text of the first child with this name; undefined when there is none. */
export function textOf(parent: XmlElement, name: string): string | undefined {
  return parent.children.find((child) => child.name === name)?.text;
}
