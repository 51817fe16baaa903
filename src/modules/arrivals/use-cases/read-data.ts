import { parseXml } from "../../../platform/xml/parse-xml.ts";
import type { XmlElement } from "../../../platform/xml/xml-element.ts";
import type { DataNode } from "../domain/data-node.ts";
import type { OutsideApplication } from "../domain/inbox.ts";

/** The tree of the data, and the names by which they call themselves; undefined when they are not what they say they are. */
export function readData({
  mimeType,
  content,
  schemaUri,
}: OutsideApplication["data"]):
  | { readonly root: DataNode; readonly names: readonly string[] }
  | undefined {
  if (mimeType === "application/xml") {
    const read = parseXml(content);
    if (!read.ok) return undefined;
    const { name, namespace } = read.value;
    return { root: fromXml(read.value), names: [schemaUri, namespace, name] };
  }
  const json = parse(content);
  if (json === undefined) return undefined;
  const root = fromJson("", json, 0);
  return { root, names: [schemaUri, formNamedIn(root)] };
}

function parse(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    // Nothing that JSON can say is undefined.
    return undefined;
  }
}

/** Our own JSON names form and version beside the data. */
function formNamedIn({ children }: DataNode): string {
  const form = children.find(({ name }) => name === "form");
  const text = (wanted: string) =>
    form?.children.find(({ name }) => name === wanted)?.text ?? "";
  return `${text("key")}:${text("version")}`;
}

const fromXml = (element: XmlElement): DataNode => ({
  name: element.name,
  text: element.text.trim(),
  sha256: element.attributes.get("sha256"),
  children: element.children.map(fromXml),
});

/** Deeper than any form; what is below is left out, and the original file has it. */
const deepest = 50;

function fromJson(name: string, value: unknown, depth: number): DataNode {
  const leaf = { name, sha256: undefined, children: [] };
  if (typeof value !== "object" || value === null || depth > deepest)
    return { ...leaf, text: textOf(value) };
  const children = childrenOf(value, name, depth);
  const sha256 = children.find((child) => child.name === "sha256")?.text;
  return { name, text: "", sha256, children };
}

/** Members of a list in a list have no name of their own. */
function childrenOf(value: object, name: string, depth: number): DataNode[] {
  if (Array.isArray(value))
    return value.map((each: unknown) => fromJson(name, each, depth + 1));
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) =>
    Array.isArray(each)
      ? each.map((member: unknown) => fromJson(key, member, depth + 1))
      : [fromJson(key, each, depth + 1)],
  );
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}
