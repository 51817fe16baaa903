import type { KeyObject } from "node:crypto";
import { createRequire } from "node:module";
import type * as xmlEncryption from "xml-encryption";
import { ok, refuse, type Result } from "../result/result.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { escapeXml } from "../xml/write-xml.ts";
import { namespaces } from "./saml-names.ts";
import { child, textOf } from "./xml-tree.ts";

const require = createRequire(import.meta.url);

/** Loaded with the first assertion: most processes see none. */
const loadXmlEncryption = () =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- require gives any
  require("xml-encryption") as typeof xmlEncryption;

export type DecryptionRefusal = {
  readonly kind: "encryption-algorithm-not-allowed" | "decryption-failed";
};

/**
 * Opens an EncryptedAssertion with whichever of the keys fits. Allowed are AES-GCM and RSA-OAEP, as BSI TR-03116-4 asks;
 * CBC and RSA 1.5 are not, because of their padding oracles. Every failure after the names of the algorithms looks the same.
 *
 * What the library gets is written anew from the values that were checked, so it cannot find anything else.
 */
export function decryptAssertion(
  encryptedAssertion: XmlElement,
  keys: readonly KeyObject[],
): Result<string, DecryptionRefusal> {
  const encrypted = readEncrypted(encryptedAssertion);
  if (!encrypted) return refuse({ kind: "encryption-algorithm-not-allowed" });
  for (const key of keys) {
    const assertion = openWith(key, encrypted);
    if (assertion !== undefined) return ok(assertion);
  }
  return refuse({ kind: "decryption-failed" });
}

type Encrypted = {
  readonly contentAlgorithm: string;
  readonly content: string;
  readonly keyAlgorithm: string;
  readonly digest: string;
  readonly mask: string | undefined;
  readonly key: string;
};

const contentAlgorithms = ["aes128-gcm", "aes256-gcm"].map(
  (name) => `${namespaces.encryption11}${name}`,
);
const oaepWithSha1Mask = `${namespaces.encryption}rsa-oaep-mgf1p`;
const oaep = `${namespaces.encryption11}rsa-oaep`;

/** SHA-1 inside OAEP needs no resistance to collisions and is the standard's default. @see XML-Enc 1.1 section 5.5.2 */
const sha1 = `${namespaces.signature}sha1`;
const digests = [
  sha1,
  `${namespaces.encryption}sha256`,
  `${namespaces.encryption}sha512`,
];
const masks = ["mgf1sha1", "mgf1sha256", "mgf1sha512"].map(
  (name) => `${namespaces.encryption11}${name}`,
);

function readEncrypted(element: XmlElement): Encrypted | undefined {
  const data = child(element, "EncryptedData");
  const key =
    child(child(data, "KeyInfo"), "EncryptedKey") ??
    child(element, "EncryptedKey");
  const method = child(key, "EncryptionMethod");
  const algorithmOf = (parent: XmlElement | undefined) =>
    parent?.attributes.get("Algorithm") ?? "";
  const valueOf = (parent: XmlElement | undefined) =>
    textOf(child(child(parent, "CipherData"), "CipherValue")) ?? "";

  const encrypted = {
    contentAlgorithm: algorithmOf(child(data, "EncryptionMethod")),
    content: valueOf(data),
    keyAlgorithm: algorithmOf(method),
    digest: algorithmOf(child(method, "DigestMethod")) || sha1,
    mask: child(method, "MGF")?.attributes.get("Algorithm"),
    key: valueOf(key),
  };
  return isAllowed(encrypted) ? encrypted : undefined;
}

function isAllowed(encrypted: Encrypted): boolean {
  const { contentAlgorithm, keyAlgorithm, digest, mask } = encrypted;
  const isMaskAllowed =
    keyAlgorithm === oaep
      ? mask === undefined || masks.includes(mask)
      : keyAlgorithm === oaepWithSha1Mask && mask === undefined;
  return (
    contentAlgorithms.includes(contentAlgorithm) &&
    digests.includes(digest) &&
    isMaskAllowed
  );
}

function openWith(key: KeyObject, encrypted: Encrypted): string | undefined {
  const outcome: { assertion?: string } = {};
  const pem = key.export({ type: "pkcs8", format: "pem" });
  const { decrypt } = loadXmlEncryption();
  decrypt(writeEncrypted(encrypted), { key: pem }, (error, assertion) => {
    // The library says by an error that the key or the octets do not fit; which of the two is nobody's business.
    if (!error) outcome.assertion = assertion;
  });
  return outcome.assertion;
}

function writeEncrypted(encrypted: Encrypted): string {
  const { encryption, encryption11, signature } = namespaces;
  const mask =
    encrypted.mask === undefined
      ? ""
      : `<m:MGF xmlns:m="${encryption11}" Algorithm="${escapeXml(encrypted.mask)}"/>`;
  return `<EncryptedData xmlns="${encryption}"><EncryptionMethod Algorithm="${escapeXml(encrypted.contentAlgorithm)}"/><d:KeyInfo xmlns:d="${signature}"><EncryptedKey><EncryptionMethod Algorithm="${escapeXml(encrypted.keyAlgorithm)}"><d:DigestMethod Algorithm="${escapeXml(encrypted.digest)}"/>${mask}</EncryptionMethod><CipherData><CipherValue>${escapeXml(encrypted.key)}</CipherValue></CipherData></EncryptedKey></d:KeyInfo><CipherData><CipherValue>${escapeXml(encrypted.content)}</CipherValue></CipherData></EncryptedData>`;
}
