import type { KeyObject } from "node:crypto";
import { refuse, type Result } from "../result/result.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import {
  readMessageText,
  type MessageText,
  type MessageTextRefusal,
} from "./message-text.ts";
import { canonicalization, namespaces } from "./saml-names.ts";
import {
  findSignatureAlgorithm,
  isAllowedDigest,
} from "./signature-algorithms.ts";
import { parseDom, strictSignedXml, type DomElement } from "./signed-xml.ts";
import { child, children } from "./xml-tree.ts";

export type SignatureRefusal =
  | MessageTextRefusal
  | {
      readonly kind:
        | "signature-algorithm-not-allowed"
        | "signature-of-something-else"
        | "signature-invalid";
    };

/**
 * Checks the signature that stands directly in an element, and gives back the very octets that were signed, read anew.
 * Whoever goes on with these can only see what is signed. `path` leads from the root to that element, the root included.
 *
 * The element and its signature have passed the content model: there is one SignedInfo, one Reference and no Object.
 */
export function verifySignature(
  message: MessageText,
  path: readonly string[],
  keys: readonly KeyObject[],
): Result<MessageText, SignatureRefusal> {
  const element = path
    .slice(1)
    .reduce<XmlElement | undefined>(child, message.root);
  const refusal = signatureProblem(element);
  if (refusal) return refuse({ kind: refusal });

  for (const key of keys) {
    const octets = signedOctets(message.text, path, key);
    if (octets !== undefined) return readMessageText(Buffer.from(octets));
  }
  return refuse({ kind: "signature-invalid" });
}

/** What the signature says of itself: the allowed algorithms, over the whole element it stands in and nothing else. */
function signatureProblem(
  element: XmlElement | undefined,
):
  | "signature-algorithm-not-allowed"
  | "signature-of-something-else"
  | undefined {
  const signedInfo = child(child(element, "Signature"), "SignedInfo");
  const reference = child(signedInfo, "Reference");
  if (!usesAllowedAlgorithms(signedInfo, reference))
    return "signature-algorithm-not-allowed";
  const id = element?.attributes.get("ID");
  const pointsHere =
    id !== undefined && reference?.attributes.get("URI") === `#${id}`;
  return pointsHere ? undefined : "signature-of-something-else";
}

function usesAllowedAlgorithms(
  signedInfo: XmlElement | undefined,
  reference: XmlElement | undefined,
): boolean {
  const transforms = children(child(reference, "Transforms"), "Transform");
  const [enveloped, exclusive] = transforms.map(algorithmOf);
  return (
    findSignatureAlgorithm(
      algorithmOf(child(signedInfo, "SignatureMethod")),
    ) !== undefined &&
    isAllowedDigest(algorithmOf(child(reference, "DigestMethod"))) &&
    algorithmOf(child(signedInfo, "CanonicalizationMethod")) ===
      canonicalization.exclusive &&
    transforms.length === 2 &&
    enveloped === canonicalization.enveloped &&
    exclusive === canonicalization.exclusive
  );
}

const algorithmOf = (element: XmlElement | undefined): string | undefined =>
  element?.attributes.get("Algorithm");

function signedOctets(
  text: string,
  path: readonly string[],
  publicKey: KeyObject,
): string | undefined {
  const signedXml = strictSignedXml({ publicKey });
  try {
    signedXml.loadSignature(findSignature(parseDom(text), path));
    if (!signedXml.checkSignature(text)) return undefined;
  } catch {
    // The library throws for every signature that does not fit, and for some only returns false: both are a refusal.
    return undefined;
  }
  const signed = signedXml.getSignedReferences();
  return signed.length === 1 ? signed[0] : undefined;
}

function findSignature(root: DomElement, path: readonly string[]): DomElement {
  const [rootName, ...below] = path;
  if (root.localName !== rootName) throw new Error("another root");
  const element = below.reduce(
    (parent, name) => onlyChild(parent, { name }),
    root,
  );
  return onlyChild(element, {
    name: "Signature",
    namespace: namespaces.signature,
  });
}

function onlyChild(
  parent: DomElement,
  wanted: { readonly name: string; readonly namespace?: string },
): DomElement {
  const found: DomElement[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling)
    if (
      node.localName === wanted.name &&
      (wanted.namespace ?? node.namespaceURI) === node.namespaceURI
    )
      found.push(node);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`not one ${wanted.name}`);
  return first;
}
