import { escapeXml } from "../../../platform/xml/write-xml.ts";

/** An element to be written. Without a prefix it stands in no namespace. */
export type XmlNode = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlNode[];
};

/** An element of XDatenfelder. */
export function node(
  name: string,
  content: XmlNode["content"],
  attributes: XmlNode["attributes"] = {},
): XmlNode {
  return { name: `xdf:${name}`, content, attributes };
}

/** The same, left out where the text is empty. */
export function maybeNode(
  name: string,
  text: string | undefined,
): readonly XmlNode[] {
  return text === undefined || text === "" ? [] : [node(name, text)];
}

/** A coded element; `code` stands in no namespace. */
export function codeNode(
  name: string,
  code: string,
  { uri, version }: { readonly uri: string; readonly version: string },
): XmlNode {
  return node(name, [{ name: "code", content: code }], {
    listURI: uri,
    listVersionID: version,
  });
}

/** A code list of the standard itself. */
export function fimCode(name: string, code: string, version = "1.0"): XmlNode {
  return codeNode(name, code, {
    uri: `urn:xoev-de:fim:codeliste:xdatenfelder.${name}`,
    version,
  });
}

export function writeDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeNode(root, "")}`;
}

function writeNode(
  { name, content, attributes = {} }: XmlNode,
  indent: string,
): string {
  const start = `${indent}<${name}${writeAttributes(attributes)}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === "string")
    return `${start}>${escapeXml(content)}</${name}>\n`;
  const inner = content.map((child) => writeNode(child, `${indent}  `));
  return `${start}>\n${inner.join("")}${indent}</${name}>\n`;
}

/** Line breaks and tabs in attributes would be read as spaces. */
function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${escapeXml(value).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`,
    )
    .join("");
}
