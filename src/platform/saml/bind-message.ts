import type { KeyObject } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { canonicalization } from "./saml-names.ts";
import {
  digestUriOf,
  signatureAlgorithmUri,
  signOctets,
  type SignatureAlgorithm,
} from "./signature-algorithms.ts";
import { strictSignedXml } from "./signed-xml.ts";

/** A message of ours, before it is signed and sent. */
export type OutgoingMessage = {
  readonly field: "SAMLRequest" | "SAMLResponse";
  /** With its Issuer first. */
  readonly xml: string;
  /** The provider's address for the binding that will be used. */
  readonly destination: string;
  /** Comes back with the answer. At most 80 bytes. */
  readonly relayState?: string | undefined;
};

export type SigningKey = {
  readonly privateKey: KeyObject;
  readonly certificate: string;
  readonly algorithm: SignatureAlgorithm;
};

/** How the browser carries a message: by a form it posts, or by an address it goes to. */
export type BoundMessage =
  | {
      readonly binding: "post";
      readonly action: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly binding: "redirect"; readonly url: string };

/** @see saml-bindings-2.0-os section 3.5 */
export function bindToPost(
  message: OutgoingMessage,
  key: SigningKey,
): BoundMessage {
  const signedXml = strictSignedXml(key);
  signedXml.signatureAlgorithm = signatureAlgorithmUri(key.algorithm);
  signedXml.canonicalizationAlgorithm = canonicalization.exclusive;
  signedXml.addReference({
    xpath: "/*",
    digestAlgorithm: digestUriOf(key.algorithm),
    transforms: [canonicalization.enveloped, canonicalization.exclusive],
  });
  signedXml.computeSignature(message.xml, {
    prefix: "ds",
    location: { reference: "/*/*[local-name()='Issuer']", action: "after" },
  });
  const { field, relayState } = message;
  const signed = Buffer.from(signedXml.getSignedXml(), "utf8");
  return {
    binding: "post",
    action: message.destination,
    fields: {
      [field]: signed.toString("base64"),
      ...(relayState !== undefined && { RelayState: relayState }),
    },
  };
}

/** The signature is over the query, not in the message. @see saml-bindings-2.0-os section 3.4.4.1 */
export function bindToRedirect(
  message: OutgoingMessage,
  key: SigningKey,
): BoundMessage {
  const { field, xml, relayState } = message;
  const query = [
    [field, deflateRawSync(xml).toString("base64")],
    ...(relayState === undefined ? [] : [["RelayState", relayState]]),
    ["SigAlg", signatureAlgorithmUri(key.algorithm)],
  ]
    .map((pair) => pair.map(encodeURIComponent).join("="))
    .join("&");
  const signature = signOctets(key.algorithm, key.privateKey, query);
  const url = new URL(message.destination);
  const separator = url.search === "" ? "?" : "&";
  return {
    binding: "redirect",
    url: `${url.href}${separator}${query}&Signature=${encodeURIComponent(signature.toString("base64"))}`,
  };
}
