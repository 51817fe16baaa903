import type { KeyObject } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { escapeXml } from "../xml/write-xml.ts";
import { bindings, canonicalization, namespaces } from "./saml-names.ts";
import {
  digestUriOf,
  signatureAlgorithmUri,
  signOctets,
  type SignatureAlgorithm,
} from "./signature-algorithms.ts";
import { strictSignedXml } from "./signed-xml.ts";

/** A request for a sign-in, before it is signed and sent. */
export type AuthnRequest = {
  /** Starts with a letter or `_`, is hard to guess, and is used once. */
  readonly id: string;
  readonly issuedAt: Date;
  readonly issuer: string;
  /** The provider's address for the binding that will be used. */
  readonly destination: string;
  readonly assertionConsumerUrl: string;
  /** The person signs in anew, even with a session at the provider. */
  readonly forceAuthn: boolean;
  readonly nameIdFormat?: string;
  readonly authnContext?: {
    readonly comparison: "minimum" | "exact";
    readonly classes: readonly string[];
  };
  /** Finished XML for the Extensions, as some providers want it. Whoever writes it escapes it. */
  readonly extensions?: string;
};

export type SigningKey = {
  readonly privateKey: KeyObject;
  readonly certificate: string;
  readonly algorithm: SignatureAlgorithm;
};

/** How the browser carries the request: by a form it posts, or by an address it goes to. */
export type BoundRequest =
  | {
      readonly binding: "post";
      readonly action: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly binding: "redirect"; readonly url: string };

/** @see saml-bindings-2.0-os section 3.5 */
export function bindToPost(
  request: AuthnRequest,
  key: SigningKey,
): BoundRequest {
  const signedXml = strictSignedXml(key);
  signedXml.signatureAlgorithm = signatureAlgorithmUri(key.algorithm);
  signedXml.canonicalizationAlgorithm = canonicalization.exclusive;
  signedXml.addReference({
    xpath: "/*",
    digestAlgorithm: digestUriOf(key.algorithm),
    transforms: [canonicalization.enveloped, canonicalization.exclusive],
  });
  signedXml.computeSignature(writeAuthnRequest(request), {
    prefix: "ds",
    location: { reference: "/*/*[local-name()='Issuer']", action: "after" },
  });
  const message = Buffer.from(signedXml.getSignedXml(), "utf8");
  return {
    binding: "post",
    action: request.destination,
    fields: { SAMLRequest: message.toString("base64") },
  };
}

/** The signature is over the query, not in the message. @see saml-bindings-2.0-os section 3.4.4.1 */
export function bindToRedirect(
  request: AuthnRequest,
  key: SigningKey,
): BoundRequest {
  const message = deflateRawSync(writeAuthnRequest(request));
  const query = [
    ["SAMLRequest", message.toString("base64")],
    ["SigAlg", signatureAlgorithmUri(key.algorithm)],
  ]
    .map((pair) => pair.map(encodeURIComponent).join("="))
    .join("&");
  const signature = signOctets(key.algorithm, key.privateKey, query);
  const url = new URL(request.destination);
  const separator = url.search === "" ? "?" : "&";
  return {
    binding: "redirect",
    url: `${url.href}${separator}${query}&Signature=${encodeURIComponent(signature.toString("base64"))}`,
  };
}

/** @see saml-core-2.0-os section 3.4.1 */
export function writeAuthnRequest(request: AuthnRequest): string {
  const attributes = {
    ID: request.id,
    Version: "2.0",
    IssueInstant: request.issuedAt.toISOString(),
    Destination: request.destination,
    ForceAuthn: String(request.forceAuthn),
    IsPassive: "false",
    ProtocolBinding: bindings.post,
    AssertionConsumerServiceURL: request.assertionConsumerUrl,
  };
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
  return `<samlp:AuthnRequest xmlns:samlp="${namespaces.protocol}" xmlns:saml="${namespaces.assertion}"${written}><saml:Issuer>${escapeXml(request.issuer)}</saml:Issuer>${writeExtensions(request)}${writeNameIdPolicy(request)}${writeAuthnContext(request)}</samlp:AuthnRequest>`;
}

const writeExtensions = ({ extensions }: AuthnRequest): string =>
  extensions === undefined
    ? ""
    : `<samlp:Extensions>${extensions}</samlp:Extensions>`;

const writeNameIdPolicy = ({ nameIdFormat }: AuthnRequest): string =>
  nameIdFormat === undefined
    ? ""
    : `<samlp:NameIDPolicy Format="${escapeXml(nameIdFormat)}" AllowCreate="true"/>`;

function writeAuthnContext({ authnContext }: AuthnRequest): string {
  if (!authnContext) return "";
  const classes = authnContext.classes
    .map(
      (name) =>
        `<saml:AuthnContextClassRef>${escapeXml(name)}</saml:AuthnContextClassRef>`,
    )
    .join("");
  return `<samlp:RequestedAuthnContext Comparison="${authnContext.comparison}">${classes}</samlp:RequestedAuthnContext>`;
}
