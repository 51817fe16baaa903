import { escapeXml } from "../xml/write-xml.ts";
import type { OutgoingMessage } from "./bind-message.ts";
import { bindings, namespaces } from "./saml-names.ts";

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

/** A request as it goes on its way. */
export function authnRequestMessage(request: AuthnRequest): OutgoingMessage {
  return {
    field: "SAMLRequest",
    xml: writeAuthnRequest(request),
    destination: request.destination,
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
