import {
  constants,
  createHash,
  createSign,
  type KeyLike,
  type KeyObject,
} from "node:crypto";
import { SignedXml } from "xml-crypto";
import { encrypt, type EncryptOptions } from "xml-encryption";
import type { SelfSignedKey } from "../self-signed-key.ts";

/** An identity provider that says whatever a test wants it to say. It shares no code with what it is used to test. */
export type Answer = {
  readonly responseId: string;
  readonly assertionId: string;
  readonly version: string;
  readonly issuer: string;
  readonly assertionIssuer: string;
  readonly destination: string;
  readonly recipient: string;
  readonly audience: string;
  readonly inResponseTo: string;
  readonly confirmedInResponseTo: string;
  readonly confirmationMethod: string;
  readonly status: string;
  readonly responseVersion: string;
  readonly responseIssueInstant: string;
  readonly issueInstant: string;
  readonly notBefore: string;
  readonly notOnOrAfter: string;
  readonly confirmedUntil: string;
  readonly authnInstant: string;
  readonly sessionAttributes: string;
  readonly authnContext: string;
  readonly nameId: string;
  readonly attributes: string;
};

export const answer: Answer = {
  responseId: "_response",
  assertionId: "_assertion",
  version: "2.0",
  issuer: "https://idp.example",
  assertionIssuer: "https://idp.example",
  destination: "https://portal.example/acs",
  recipient: "https://portal.example/acs",
  audience: "https://portal.example",
  inResponseTo: "_request",
  confirmedInResponseTo: "_request",
  confirmationMethod: "urn:oasis:names:tc:SAML:2.0:cm:bearer",
  status: "urn:oasis:names:tc:SAML:2.0:status:Success",
  responseVersion: "2.0",
  responseIssueInstant: "2026-01-15T10:01:00.000Z",
  issueInstant: "2026-01-15T10:01:00.000Z",
  notBefore: "2026-01-15T10:01:00.000Z",
  notOnOrAfter: "2026-01-15T10:06:00.000Z",
  confirmedUntil: "2026-01-15T10:06:00.000Z",
  authnInstant: "2026-01-15T10:00:58.000Z",
  sessionAttributes: 'SessionIndex="_session"',
  authnContext: "STORK-QAA-Level-3",
  nameId: "erika",
  attributes:
    '<saml:AttributeStatement><saml:Attribute FriendlyName="surname" Name="urn:oid:2.5.4.4" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" akdb:TrustLevel="HOCH"><saml:AttributeValue xsi:type="xs:string">MUSTERMANN</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
};

export function assertionXml(said: Answer): string {
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:akdb="https://www.akdb.de/request/2018/09" ID="${said.assertionId}" IssueInstant="${said.issueInstant}" Version="${said.version}"><saml:Issuer>${said.assertionIssuer}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${said.nameId}</saml:NameID><saml:SubjectConfirmation Method="${said.confirmationMethod}"><saml:SubjectConfirmationData InResponseTo="${said.confirmedInResponseTo}" NotOnOrAfter="${said.confirmedUntil}" Recipient="${said.recipient}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${said.notBefore}" NotOnOrAfter="${said.notOnOrAfter}"><saml:AudienceRestriction><saml:Audience>${said.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${said.authnInstant}" ${said.sessionAttributes}><saml:AuthnContext><saml:AuthnContextClassRef>${said.authnContext}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${said.attributes}</saml:Assertion>`;
}

/** `content` is what follows the status: an assertion, an encrypted one, or anything else a test puts there. */
export function responseXml(said: Answer, content: string): string {
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${said.responseId}" Version="${said.responseVersion}" IssueInstant="${said.responseIssueInstant}" Destination="${said.destination}" InResponseTo="${said.inResponseTo}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${said.issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${said.status}"/></samlp:Status>${content}</samlp:Response>`;
}

export type Signing = {
  readonly key: SelfSignedKey;
  readonly algorithm?: string;
  readonly digest?: string;
  readonly canonicalization?: string;
  readonly transforms?: readonly string[];
};

const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/** Signs the root element; the signature stands behind its Issuer, where the schema wants it. */
export function signXml(xml: string, signing: Signing): string {
  const signedXml = new SignedXml({
    privateKey: signing.key.privateKey,
    publicCert: signing.key.certificate,
    signatureAlgorithm:
      signing.algorithm ?? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    canonicalizationAlgorithm: signing.canonicalization ?? exclusive,
  });
  Object.assign(signedXml.SignatureAlgorithms, moreAlgorithms);
  Object.assign(signedXml.HashAlgorithms, moreDigests);
  signedXml.addReference({
    xpath: "/*",
    digestAlgorithm:
      signing.digest ?? "http://www.w3.org/2001/04/xmlenc#sha256",
    transforms: signing.transforms ?? [
      "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
      exclusive,
    ],
  });
  signedXml.computeSignature(xml, {
    prefix: "ds",
    location: {
      reference: "/*/*[local-name()='Issuer']",
      action: "after",
    },
  });
  return signedXml.getSignedXml();
}

export type Encrypting = {
  readonly certificate: string;
  readonly content?: string;
  readonly key?: string;
  readonly digest?: string;
  readonly mask?: string;
};

export async function encryptXml(
  xml: string,
  encrypting: Encrypting,
): Promise<string> {
  const options = {
    rsa_pub: encrypting.certificate,
    pem: encrypting.certificate,
    encryptionAlgorithm:
      encrypting.content ?? "http://www.w3.org/2009/xmlenc11#aes256-gcm",
    keyEncryptionAlgorithm:
      encrypting.key ?? "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
    keyEncryptionDigest: encrypting.digest ?? "sha1",
    keyEncryptionMgf: encrypting.mask,
    disallowEncryptionWithInsecureAlgorithm: false,
    warnInsecureAlgorithm: false,
  } as EncryptOptions;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  encrypt(xml, options, (error: Error | null, encrypted) => {
    if (error) reject(error);
    else resolve(encrypted);
  });
  return `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${await promise}</saml:EncryptedAssertion>`;
}

/** As the browser posts it. */
export const encode = (xml: string): string =>
  Buffer.from(xml).toString("base64");

const more = "http://www.w3.org/2001/04/xmldsig-more#";

function algorithm(
  uri: string,
  toSignature: (octets: string, key: KeyObject) => Buffer,
) {
  return class {
    getAlgorithmName = () => uri;
    getSignature = (octets: unknown, key: KeyLike) =>
      toSignature(String(octets), key as KeyObject).toString("base64");
    verifySignature = () => false;
  };
}

const moreAlgorithms = Object.fromEntries(
  [256, 384, 512].flatMap((size) => {
    const rsa = `${more}rsa-sha${String(size)}`;
    const pss = `http://www.w3.org/2007/05/xmldsig-more#sha${String(size)}-rsa-MGF1`;
    const ecdsa = `${more}ecdsa-sha${String(size)}`;
    const signer = (octets: string) =>
      createSign(`sha${String(size)}`).update(octets);
    return [
      [rsa, algorithm(rsa, (octets, key) => signer(octets).sign(key))],
      [
        pss,
        algorithm(pss, (octets, key) =>
          signer(octets).sign({
            key,
            padding: constants.RSA_PKCS1_PSS_PADDING,
            saltLength: size / 8,
          }),
        ),
      ],
      [
        ecdsa,
        algorithm(ecdsa, (octets, key) =>
          signer(octets).sign({ key, dsaEncoding: "ieee-p1363" }),
        ),
      ],
    ];
  }),
);

const sha384 = "http://www.w3.org/2001/04/xmldsig-more#sha384";
const moreDigests = {
  [sha384]: class {
    getAlgorithmName = () => sha384;
    getHash = (octets: string) =>
      createHash("sha384").update(octets).digest("base64");
  },
};
