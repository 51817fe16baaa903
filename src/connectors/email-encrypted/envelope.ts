import {
  constants,
  createCipheriv,
  publicEncrypt,
  randomBytes,
  type X509Certificate,
} from "node:crypto";
import {
  CMSVersion,
  ContentEncryptionAlgorithmIdentifier,
  ContentInfo,
  EncryptedContent,
  EncryptedContentInfo,
  EnvelopedData,
  IssuerAndSerialNumber,
  KeyEncryptionAlgorithmIdentifier,
  KeyTransRecipientInfo,
  RecipientIdentifier,
  RecipientInfo,
  RecipientInfos,
} from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { Certificate } from "@peculiar/asn1-x509";

const oids = {
  data: "1.2.840.113549.1.7.1",
  envelopedData: "1.2.840.113549.1.7.3",
  aes256Cbc: "2.16.840.1.101.3.4.1.42",
  rsaesOaep: "1.2.840.113549.1.1.7",
  rsa: "1.2.840.113549.1.1.1",
} as const;

/** How the key of the content is wrapped: `oaep` as the BSI asks for, `pkcs1` for programs that cannot read that. */
export type Padding = "oaep" | "pkcs1";

/**
 * CMS EnvelopedData (DER) that only the holder of the certificate's key can open: AES-256-CBC under a key of its own.
 * @see RFC 5652 section 6, RFC 8551, BSI TR-03116-4
 */
export function sealFor(
  certificate: X509Certificate,
  content: Uint8Array,
  transport: Padding,
): Buffer {
  const key = randomBytes(32);
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
  const enveloped = new EnvelopedData({
    version: CMSVersion.v0,
    recipientInfos: new RecipientInfos([
      new RecipientInfo({ ktri: recipientOf(certificate, key, transport) }),
    ]),
    encryptedContentInfo: new EncryptedContentInfo({
      contentType: oids.data,
      contentEncryptionAlgorithm: new ContentEncryptionAlgorithmIdentifier({
        algorithm: oids.aes256Cbc,
        parameters: AsnConvert.serialize(new OctetString(iv)),
      }),
      encryptedContent: new EncryptedContent({
        value: new OctetString(encrypted),
      }),
    }),
  });
  const info = new ContentInfo({
    contentType: oids.envelopedData,
    content: AsnConvert.serialize(enveloped),
  });
  return Buffer.from(AsnConvert.serialize(info));
}

function recipientOf(
  certificate: X509Certificate,
  key: Buffer,
  transport: Padding,
): KeyTransRecipientInfo {
  const { issuer, serialNumber } = AsnConvert.parse(
    certificate.raw,
    Certificate,
  ).tbsCertificate;
  const { publicKey } = certificate;
  const isOaep = transport === "oaep";
  const wrapped = publicEncrypt(
    isOaep
      ? {
          key: publicKey,
          padding: constants.RSA_PKCS1_OAEP_PADDING,
          oaepHash: "sha256",
        }
      : { key: publicKey, padding: constants.RSA_PKCS1_PADDING },
    key,
  );
  return new KeyTransRecipientInfo({
    version: CMSVersion.v0,
    rid: new RecipientIdentifier({
      issuerAndSerialNumber: new IssuerAndSerialNumber({
        issuer,
        serialNumber,
      }),
    }),
    keyEncryptionAlgorithm: isOaep ? oaepWithSha256() : plainRsa(),
    encryptedKey: new OctetString(wrapped),
  });
}

const plainRsa = () =>
  new KeyEncryptionAlgorithmIdentifier({
    algorithm: oids.rsa,
    parameters: null,
  });

/**
 * RSAES-OAEP-params with SHA-256 in both places, DER: [0] sha256, [1] mgf1 with sha256, no label.
 * @see RFC 4055 section 4.1
 */
const oaepParams = Buffer.from(
  "302fa00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500",
  "hex",
);

const oaepWithSha256 = () =>
  new KeyEncryptionAlgorithmIdentifier({
    algorithm: oids.rsaesOaep,
    parameters: new Uint8Array(oaepParams).buffer,
  });
