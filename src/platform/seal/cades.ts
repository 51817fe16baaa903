import { X509Certificate } from "node:crypto";
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifier,
  DigestAlgorithmIdentifiers,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignatureAlgorithmIdentifier,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { Certificate } from "@peculiar/asn1-x509";
import { sha256 } from "../values/sha256.ts";

const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  signatureTimeStamp: "1.2.840.113549.1.9.16.2.14",
  sha256: "2.16.840.1.101.3.4.2.1",
  rsa: "1.2.840.113549.1.1.11",
  ecdsa: "1.2.840.10045.4.3.2",
} as const;

/**
 * The attributes that are signed, DER, as the SET that a signature covers. The time is not among them: in a PDF it stands beside the signature.
 * @see ETSI EN 319 142-1, section 6.3; RFC 5652, section 5.4
 */
export function signedAttributes(
  content: Buffer,
  certificate: Buffer,
): readonly Attribute[] {
  return [
    attribute(oids.contentType, objectIdentifier(oids.data)),
    attribute(oids.messageDigest, octets(sha256(content))),
    // ESSCertIDv2 with SHA-256, which is the default and so left out (RFC 5035).
    attribute(
      oids.signingCertificateV2,
      sequence(sequence(sequence(octets(sha256(certificate))))),
    ),
  ].sort((a, b) => Buffer.compare(derOf(a), derOf(b)));
}

/** What the key signs: the attributes as a SET. */
export function encodedAttributes(attributes: readonly Attribute[]): Buffer {
  return tagged(0x31, Buffer.concat(attributes.map(derOf)));
}

export type CadesSignature = {
  readonly certificates: readonly Buffer[];
  readonly attributes: readonly Attribute[];
  readonly signature: Buffer;
  /** The token of a time-stamp authority over the signature, DER. */
  readonly timeStamp: Buffer | undefined;
};

/** A detached CMS signature, DER. */
export function encodeCades(given: CadesSignature): Buffer {
  const certificates = given.certificates.map((der) =>
    AsnConvert.parse(der, Certificate),
  );
  const [own] = certificates;
  const [ownDer] = given.certificates;
  if (!own || !ownDer) throw new Error("seal: no certificate");
  const digest = new DigestAlgorithmIdentifier({ algorithm: oids.sha256 });
  const signer = new SignerInfo({
    sid: new SignerIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({
        issuer: own.tbsCertificate.issuer,
        serialNumber: own.tbsCertificate.serialNumber,
      }),
    }),
    digestAlgorithm: digest,
    signedAttrs: [...given.attributes],
    signatureAlgorithm: algorithmOf(ownDer),
    signature: new OctetString(given.signature),
    ...(given.timeStamp && {
      unsignedAttrs: [attribute(oids.signatureTimeStamp, given.timeStamp)],
    }),
  });
  const signed = new SignedData({
    digestAlgorithms: new DigestAlgorithmIdentifiers([digest]),
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: new CertificateSet(
      certificates.map(
        (certificate) => new CertificateChoices({ certificate }),
      ),
    ),
    signerInfos: new SignerInfos([signer]),
  });
  const info = new ContentInfo({
    contentType: oids.signedData,
    content: AsnConvert.serialize(signed),
  });
  return Buffer.from(AsnConvert.serialize(info));
}

/** How a key of this kind signs with SHA-256. */
function algorithmOf(certificate: Buffer): SignatureAlgorithmIdentifier {
  const isRsa =
    new X509Certificate(certificate).publicKey.asymmetricKeyType === "rsa";
  return isRsa
    ? new SignatureAlgorithmIdentifier({
        algorithm: oids.rsa,
        parameters: null,
      })
    : new SignatureAlgorithmIdentifier({ algorithm: oids.ecdsa });
}

function attribute(type: string, value: Buffer): Attribute {
  return new Attribute({
    attrType: type,
    attrValues: [new Uint8Array(value).buffer],
  });
}

function derOf(value: Attribute): Buffer {
  return Buffer.from(AsnConvert.serialize(value));
}

function octets(content: Buffer): Buffer {
  return tagged(0x04, content);
}

function sequence(content: Buffer): Buffer {
  return tagged(0x30, content);
}

/** Tag, length, content. @see ITU-T X.690, 8.1.3 */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split(".").map(Number);
  const bytes = others.flatMap((part) => base128(part));
  return tagged(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

function base128(value: number, more = 0): number[] {
  const last = (value & 0x7f) | more;
  return value < 0x80 ? [last] : [...base128(value >> 7, 0x80), last];
}
