import { inflateRawSync } from "node:zlib";
import { certificateBody } from "../../platform/saml/certificates.ts";
import {
  answer,
  type Answer,
} from "../../platform/saml/testing/identity-provider.ts";

/** The XML in a redirect to a provider. */
export function messageIn(address: string | undefined, field: string): string {
  const sent = new URL(address ?? "").searchParams.get(field) ?? "";
  return inflateRawSync(Buffer.from(sent, "base64")).toString();
}

/** Metadata of a school's identity provider with a sign-out. */
export function schoolMetadata(certificate: string): string {
  const at = (name: string, path: string) =>
    `<md:${name} Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/${path}"/>`;
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificateBody(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>${at("SingleLogoutService", "slo")}${at("SingleSignOnService", "sso")}</md:IDPSSODescriptor></md:EntityDescriptor>`;
}

/** What the school says of Erika in answer to a request with this id. */
export function schoolStatement(
  installation: string,
  key: string,
  id: string,
): Answer {
  const now = new Date().toISOString();
  const soon = new Date(Date.now() + 300_000).toISOString();
  const to = `${installation}/anmelden/rueckkehr/saml/${key}`;
  return {
    ...answer,
    assertionId: `_${id}`,
    destination: to,
    recipient: to,
    audience: `${installation}/anmelden/metadaten/${key}`,
    inResponseTo: id,
    confirmedInResponseTo: id,
    responseIssueInstant: now,
    issueInstant: now,
    notBefore: now,
    notOnOrAfter: soon,
    confirmedUntil: soon,
    authnInstant: now,
  };
}
