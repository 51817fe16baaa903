import { escapeXml } from "../xml/write-xml.ts";
import { certificateBody } from "./certificates.ts";
import { bindings, namespaces } from "./saml-names.ts";

export type ServiceProviderMetadata = {
  readonly entityId: string;
  readonly assertionConsumerUrl: string;
  /** As PEM. Two while the key is being changed: the provider then accepts both. */
  readonly signingCertificates: readonly string[];
  readonly encryptionCertificates: readonly string[];
  readonly nameIdFormat?: string;
  /** Where sign-outs go, by HTTP-Redirect; left out where the provider has none. */
  readonly signOutUrl?: string;
};

/**
 * The document an identity provider is given. Always the same for the same input: no ID, no end date and no time, because
 * BundID compares it and refuses a changed one.
 * @see saml-metadata-2.0-os section 2.4.4
 */
export function writeServiceProviderMetadata(
  metadata: ServiceProviderMetadata,
): string {
  const keys = [
    ...metadata.signingCertificates.map((pem) => writeKey("signing", pem)),
    ...metadata.encryptionCertificates.map((pem) =>
      writeKey("encryption", pem),
    ),
  ].join("");
  const signOut =
    metadata.signOutUrl === undefined
      ? ""
      : `<md:SingleLogoutService Binding="${bindings.redirect}" Location="${escapeXml(metadata.signOutUrl)}"/>`;
  const nameIdFormat =
    metadata.nameIdFormat === undefined
      ? ""
      : `<md:NameIDFormat>${escapeXml(metadata.nameIdFormat)}</md:NameIDFormat>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${namespaces.metadata}" entityID="${escapeXml(metadata.entityId)}"><md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${namespaces.protocol}">${keys}${signOut}${nameIdFormat}<md:AssertionConsumerService Binding="${bindings.post}" Location="${escapeXml(metadata.assertionConsumerUrl)}" index="0" isDefault="true"/></md:SPSSODescriptor></md:EntityDescriptor>
`;
}

/** The algorithms we can open, for the providers that choose by them. */
const encryptionMethods = [
  `${namespaces.encryption11}aes256-gcm`,
  `${namespaces.encryption11}aes128-gcm`,
  `${namespaces.encryption}rsa-oaep-mgf1p`,
]
  .map((algorithm) => `<md:EncryptionMethod Algorithm="${algorithm}"/>`)
  .join("");

function writeKey(use: "signing" | "encryption", pem: string): string {
  const methods = use === "encryption" ? encryptionMethods : "";
  return `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="${namespaces.signature}"><ds:X509Data><ds:X509Certificate>${certificateBody(pem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${methods}</md:KeyDescriptor>`;
}
