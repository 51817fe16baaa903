import type { XmlElement } from "../xml/xml-element.ts";
import { child, children, textOf } from "./xml-tree.ts";

/** What an identity provider says about a person. Every part of it was signed. */
export type SamlAssertion = {
  /** To be remembered until `expiresAt`, so that the assertion counts once. */
  readonly id: string;
  readonly expiresAt: Date;
  readonly issuer: string;
  readonly nameId: SamlNameId | undefined;
  /** The level or method the provider states, for example `STORK-QAA-Level-3`. */
  readonly authnContext: string;
  readonly authnInstant: Date;
  readonly sessionIndex: string | undefined;
  readonly attributes: readonly SamlAttribute[];
};

export type SamlNameId = {
  readonly value: string;
  readonly format: string | undefined;
  readonly nameQualifier?: string | undefined;
  readonly spNameQualifier?: string | undefined;
};

export type SamlAttribute = {
  readonly name: string;
  readonly friendlyName: string | undefined;
  /** Text of each value, the blanks around it left out. */
  readonly values: readonly string[];
  /** The values themselves, for the providers that put elements into them. */
  readonly elements: readonly XmlElement[];
  /** Attributes of other namespaces, by `{namespace}name`: BundID writes the level of trust of each attribute there. */
  readonly marks: ReadonlyMap<string, string>;
};

/** Reads an assertion that fits the content model. */
export function readNameId(assertion: XmlElement): SamlNameId | undefined {
  const nameId = child(child(assertion, "Subject"), "NameID");
  const value = textOf(nameId);
  const attribute = (name: string) => nameId?.attributes.get(name);
  const nameQualifier = attribute("NameQualifier");
  const spNameQualifier = attribute("SPNameQualifier");
  return value === undefined || value === ""
    ? undefined
    : {
        value,
        format: attribute("Format"),
        ...(nameQualifier !== undefined && { nameQualifier }),
        ...(spNameQualifier !== undefined && { spNameQualifier }),
      };
}

export function readAttributes(
  assertion: XmlElement,
): readonly SamlAttribute[] {
  return children(assertion, "AttributeStatement").flatMap((statement) =>
    children(statement, "Attribute").map((attribute) =>
      readAttribute(attribute, [attribute, statement, assertion]),
    ),
  );
}

function readAttribute(
  attribute: XmlElement,
  scope: readonly XmlElement[],
): SamlAttribute {
  const elements = children(attribute, "AttributeValue");
  return {
    name: attribute.attributes.get("Name") ?? "",
    friendlyName: attribute.attributes.get("FriendlyName"),
    values: elements.map(({ text }) => text.trim()),
    elements,
    marks: readMarks(attribute, scope),
  };
}

function readMarks(
  attribute: XmlElement,
  scope: readonly XmlElement[],
): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const [qualifiedName, value] of attribute.attributes) {
    const [prefix, name] = qualifiedName.split(":");
    if (prefix === undefined || name === undefined || prefix === "xmlns")
      continue;
    const namespace = scope
      .map(({ attributes }) => attributes.get(`xmlns:${prefix}`))
      .find((uri) => uri !== undefined);
    if (namespace !== undefined) marks.set(`{${namespace}}${name}`, value);
  }
  return marks;
}
