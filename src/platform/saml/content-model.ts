import type { XmlElement } from "../xml/xml-element.ts";
import { namespaces } from "./saml-names.ts";

/**
 * Which children an element may have, in this order; a part of the schemas of SAML, XML-DSig and XML-Enc, narrowed to what
 * a sign-in needs. Whatever a signature wrapping attack needs as a hiding place (Extensions, Advice, Object) is left out.
 * @see BSI TR-03160-2 section 4.3.2.11, SAML V2.0 Errata E81
 */
export type ContentModel = readonly Particle[];

type Particle = {
  readonly namespace: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Absent: anything may stand inside, because nobody looks there. */
  readonly content?: ContentModel;
};

/** True when the element's children, and theirs, are those of the model and nothing else, without stray text between them. */
export function fits(element: XmlElement, model: ContentModel): boolean {
  if (model.length > 0 && element.text.trim() !== "") return false;
  let rest = element.children;
  for (const particle of model) {
    const found = leading(rest, particle);
    if (found.length < particle.min) return false;
    rest = rest.slice(found.length);
  }
  return rest.length === 0;
}

/** The elements at the start that are the particle's, at most as many as it allows. */
function leading(
  elements: readonly XmlElement[],
  { namespace, name, max, content }: Particle,
): readonly XmlElement[] {
  const end = elements.findIndex(
    (element, index) =>
      index >= max ||
      element.name !== name ||
      element.namespace !== namespace ||
      (content !== undefined && !fits(element, content)),
  );
  return end === -1 ? elements : elements.slice(0, end);
}

type Occurrence = "one" | "maybe" | "many" | "some";

const occurrences: Readonly<Record<Occurrence, readonly [number, number]>> = {
  one: [1, 1],
  maybe: [0, 1],
  many: [0, Infinity],
  some: [1, Infinity],
};

const of =
  (namespace: string) =>
  (name: string, occurs: Occurrence, content?: ContentModel): Particle => {
    const [min, max] = occurrences[occurs];
    return content
      ? { namespace, name, min, max, content }
      : { namespace, name, min, max };
  };

const saml = of(namespaces.assertion);
const samlp = of(namespaces.protocol);
const ds = of(namespaces.signature);
const xenc = of(namespaces.encryption);
const xenc11 = of(namespaces.encryption11);
const exclusive = of("http://www.w3.org/2001/10/xml-exc-c14n#");

const nothing: ContentModel = [];
const inclusiveNamespaces: ContentModel = [
  exclusive("InclusiveNamespaces", "maybe", nothing),
];

const reference: ContentModel = [
  ds("Transforms", "one", [ds("Transform", "some", inclusiveNamespaces)]),
  ds("DigestMethod", "one", nothing),
  ds("DigestValue", "one", nothing),
];

/** Exactly one SignedInfo with one Reference: what is signed is one element, and it is clear which. @see CVE-2025-29774 */
const signature: ContentModel = [
  ds("SignedInfo", "one", [
    ds("CanonicalizationMethod", "one", inclusiveNamespaces),
    ds("SignatureMethod", "one", nothing),
    ds("Reference", "one", reference),
  ]),
  ds("SignatureValue", "one", nothing),
  ds("KeyInfo", "maybe"),
];

const cipherData = xenc("CipherData", "one", [
  xenc("CipherValue", "one", nothing),
]);

const encryptedKey = (occurs: Occurrence): Particle =>
  xenc("EncryptedKey", occurs, [
    xenc("EncryptionMethod", "one", [
      // The schema leaves the order of the two open.
      xenc11("MGF", "maybe", nothing),
      ds("DigestMethod", "maybe", nothing),
      xenc11("MGF", "maybe", nothing),
    ]),
    ds("KeyInfo", "maybe"),
    cipherData,
    xenc("ReferenceList", "maybe"),
    xenc("CarriedKeyName", "maybe", nothing),
  ]);

/** The key lies inside or beside the data, both are in use. */
const encryptedAssertion: ContentModel = [
  xenc("EncryptedData", "one", [
    xenc("EncryptionMethod", "one", nothing),
    ds("KeyInfo", "maybe", [
      encryptedKey("maybe"),
      ds("RetrievalMethod", "maybe", nothing),
    ]),
    cipherData,
  ]),
  encryptedKey("maybe"),
];

const attributeStatements = saml("AttributeStatement", "many", [
  saml("Attribute", "some", [saml("AttributeValue", "many")]),
]);

export const assertionModel: ContentModel = [
  saml("Issuer", "one", nothing),
  ds("Signature", "maybe", signature),
  saml("Subject", "one", [
    saml("NameID", "maybe", nothing),
    saml("SubjectConfirmation", "some", [
      saml("NameID", "maybe", nothing),
      saml("SubjectConfirmationData", "maybe"),
    ]),
  ]),
  saml("Conditions", "one", [
    saml("AudienceRestriction", "some", [saml("Audience", "some", nothing)]),
    saml("OneTimeUse", "maybe", nothing),
    saml("ProxyRestriction", "maybe", [saml("Audience", "many", nothing)]),
  ]),
  // The schema leaves the order of statements open; AD FS says first who, then how.
  attributeStatements,
  saml("AuthnStatement", "one", [
    saml("SubjectLocality", "maybe", nothing),
    saml("AuthnContext", "one", [
      saml("AuthnContextClassRef", "one", nothing),
      saml("AuthnContextDeclRef", "maybe", nothing),
      saml("AuthenticatingAuthority", "many", nothing),
    ]),
  ]),
  attributeStatements,
];

/** A person named in clear: encrypted names are not read. */
export const logoutRequestModel: ContentModel = [
  saml("Issuer", "one", nothing),
  ds("Signature", "maybe", signature),
  saml("NameID", "one", nothing),
  samlp("SessionIndex", "many", nothing),
];

export const responseModel: ContentModel = [
  saml("Issuer", "one", nothing),
  ds("Signature", "maybe", signature),
  samlp("Status", "one", [
    samlp("StatusCode", "one", [samlp("StatusCode", "maybe")]),
    samlp("StatusMessage", "maybe", nothing),
    samlp("StatusDetail", "maybe"),
  ]),
  saml("Assertion", "maybe", assertionModel),
  saml("EncryptedAssertion", "maybe", encryptedAssertion),
];
