import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  X509Certificate,
  type KeyObject,
} from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  Extension,
  Extensions,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
  id_ce_keyUsage,
} from "@peculiar/asn1-x509";
import { ok } from "../result/result.ts";
import type { SignatureSource } from "./sealer.ts";

/** Key and certificates of a seal as text (PEM); the seal's own certificate first. */
export type SealPem = { readonly key: string; readonly certificates: string };

/** A key of this installation. Throws where key and certificate do not belong together or cannot sign with SHA-256. */
export function localSignature({
  key,
  certificates,
}: SealPem): SignatureSource {
  const privateKey = createPrivateKey(key);
  const chain = (
    certificates.match(
      /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g,
    ) ?? []
  ).map((pem) => new X509Certificate(pem));
  const [own] = chain;
  if (!own) throw new Error("seal: there is no certificate in the file");
  if (!own.checkPrivateKey(privateKey))
    throw new Error("seal: key and certificate do not belong together");
  if (!["rsa", "ec"].includes(privateKey.asymmetricKeyType ?? ""))
    throw new Error("seal: the key must be an RSA or an EC key");
  return {
    certificates: () => Promise.resolve(ok(chain.map(({ raw }) => raw))),
    sign: (content) => Promise.resolve(ok(sign("sha256", content, privateKey))),
  };
}

const commonName = "2.5.4.3";

const kinds = {
  ec: {
    algorithm: () =>
      new AlgorithmIdentifier({ algorithm: "1.2.840.10045.4.3.2" }),
    generate: () => generateKeyPairSync("ec", { namedCurve: "P-256" }),
  },
  rsa: {
    algorithm: () =>
      new AlgorithmIdentifier({
        algorithm: "1.2.840.113549.1.1.11",
        parameters: null,
      }),
    generate: () => generateKeyPairSync("rsa", { modulusLength: 3072 }),
  },
} as const;

/** A key and a certificate that vouches for itself, for ten years: good for a demo, worth nothing to anybody else. */
export function generateSeal(
  name: string,
  now: Date,
  kind: keyof typeof kinds = "ec",
): SealPem {
  const { privateKey } = kinds[kind].generate();
  const certificate = selfSigned(name, {
    privateKey,
    now,
    algorithm: kinds[kind].algorithm(),
  });
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificates: new X509Certificate(certificate).toString(),
  };
}

function selfSigned(
  name: string,
  {
    privateKey,
    now,
    algorithm,
  }: {
    readonly privateKey: KeyObject;
    readonly now: Date;
    readonly algorithm: AlgorithmIdentifier;
  },
): Buffer {
  const subject = commonNameOf(name);
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + 10);
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: algorithm,
    issuer: subject,
    subject,
    validity: new Validity({
      notBefore: now,
      notAfter: until,
    }),
    subjectPublicKeyInfo: AsnConvert.parse(
      createPublicKey(privateKey).export({ type: "spki", format: "der" }),
      SubjectPublicKeyInfo,
    ),
    extensions: new Extensions([keyUsage()]),
  });
  const content = Buffer.from(AsnConvert.serialize(tbsCertificate));
  const signature = sign("sha256", content, privateKey);
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: algorithm,
    signatureValue: new Uint8Array(signature).buffer,
  });
  return Buffer.from(AsnConvert.serialize(certificate));
}

function commonNameOf(name: string): Name {
  return new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({
        type: commonName,
        value: new AttributeValue({ utf8String: name }),
      }),
    ]),
  ]);
}

function keyUsage(): Extension {
  const usage = new KeyUsage(
    KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation,
  );
  return new Extension({
    extnID: id_ce_keyUsage,
    critical: true,
    extnValue: new OctetString(AsnConvert.serialize(usage)),
  });
}

/** Positive, and of one way to be written. */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.buffer;
}
