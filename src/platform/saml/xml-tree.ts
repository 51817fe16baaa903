import type { XmlElement } from "../xml/xml-element.ts";

/** The one child of this name; the content model has made sure that there is no second one. */
export function child(
  element: XmlElement | undefined,
  name: string,
): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

export function children(
  element: XmlElement | undefined,
  name: string,
): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (candidate) => candidate.name === name,
  );
}

/** Text of a leaf without the blanks that a schema's anyURI and base64Binary collapse. */
export const textOf = (element: XmlElement | undefined): string | undefined =>
  element?.text.trim();

/** How often an element of this name stands anywhere in the tree. */
export function countIn(
  root: XmlElement,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): number {
  const own = root.name === name && root.namespace === namespace ? 1 : 0;
  return root.children.reduce(
    (count, element) => count + countIn(element, { namespace, name }),
    own,
  );
}
