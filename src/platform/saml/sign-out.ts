import { escapeXml } from "../xml/write-xml.ts";
import type { SamlNameId } from "./assertion.ts";
import type { OutgoingMessage } from "./bind-message.ts";
import { namespaces, statusSuccess } from "./saml-names.ts";

type Frame = {
  /** Starts with a letter or `_`. */
  readonly id: string;
  readonly issuedAt: Date;
  readonly issuer: string;
  readonly destination: string;
  readonly relayState?: string | undefined;
};

/** Asks the provider to end its session of a person. @see saml-core-2.0-os section 3.7.1 */
export function logoutRequestMessage(
  request: Frame & {
    readonly nameId: SamlNameId;
    readonly sessionIndex: string | undefined;
  },
): OutgoingMessage {
  const { nameId, sessionIndex } = request;
  const index =
    sessionIndex === undefined
      ? ""
      : `<samlp:SessionIndex>${escapeXml(sessionIndex)}</samlp:SessionIndex>`;
  return {
    ...request,
    field: "SAMLRequest",
    xml: `<samlp:LogoutRequest ${frame(request)}${issuer(request)}${writeNameId(nameId)}${index}</samlp:LogoutRequest>`,
  };
}

/** Tells the provider that the sessions here have ended. @see saml-core-2.0-os section 3.7.2 */
export function logoutResponseMessage(
  response: Frame & { readonly inResponseTo: string },
): OutgoingMessage {
  return {
    ...response,
    field: "SAMLResponse",
    xml: `<samlp:LogoutResponse InResponseTo="${escapeXml(response.inResponseTo)}" ${frame(response)}${issuer(response)}<samlp:Status><samlp:StatusCode Value="${statusSuccess}"/></samlp:Status></samlp:LogoutResponse>`,
  };
}

const frame = ({ id, issuedAt, destination }: Frame): string =>
  `xmlns:samlp="${namespaces.protocol}" xmlns:saml="${namespaces.assertion}" ID="${id}" Version="2.0" IssueInstant="${issuedAt.toISOString()}" Destination="${escapeXml(destination)}">`;

const issuer = ({ issuer: name }: Frame): string =>
  `<saml:Issuer>${escapeXml(name)}</saml:Issuer>`;

/** As the provider wrote it: it finds its session by all of it. */
function writeNameId(nameId: SamlNameId): string {
  const attributes = {
    NameQualifier: nameId.nameQualifier,
    SPNameQualifier: nameId.spNameQualifier,
    Format: nameId.format,
  };
  const written = Object.entries(attributes)
    .map(([name, value]) =>
      value === undefined ? "" : ` ${name}="${escapeXml(value)}"`,
    )
    .join("");
  return `<saml:NameID${written}>${escapeXml(nameId.value)}</saml:NameID>`;
}
