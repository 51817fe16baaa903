import {
  constants,
  createHash,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";

/** How a message is signed. The ones with `rsa-pss` and `ecdsa` are those of BSI TR-03116-4; `rsa` is what most identity providers still use. */
export type SignatureAlgorithm =
  | "rsa-pss-sha256"
  | "rsa-pss-sha384"
  | "rsa-pss-sha512"
  | "rsa-sha256"
  | "rsa-sha384"
  | "rsa-sha512"
  | "ecdsa-sha256"
  | "ecdsa-sha384"
  | "ecdsa-sha512";

export const allSignatureAlgorithms: readonly SignatureAlgorithm[] = [
  "rsa-pss-sha256",
  "rsa-pss-sha384",
  "rsa-pss-sha512",
  "rsa-sha256",
  "rsa-sha384",
  "rsa-sha512",
  "ecdsa-sha256",
  "ecdsa-sha384",
  "ecdsa-sha512",
];

type Scheme = {
  readonly uri: string;
  readonly hash: "sha256" | "sha384" | "sha512";
  readonly keyType: "rsa" | "ec";
  readonly padding?: number;
};

const pss = constants.RSA_PKCS1_PSS_PADDING;
const more = "http://www.w3.org/2001/04/xmldsig-more#";
const more2007 = "http://www.w3.org/2007/05/xmldsig-more#";

/** SHA-1, MD5, DSA and HMAC are missing on purpose. @see RFC 6931 sections 2.3.2, 2.3.6 and 2.3.10 */
const schemes: Readonly<Record<SignatureAlgorithm, Scheme>> = {
  "rsa-pss-sha256": {
    uri: `${more2007}sha256-rsa-MGF1`,
    hash: "sha256",
    keyType: "rsa",
    padding: pss,
  },
  "rsa-pss-sha384": {
    uri: `${more2007}sha384-rsa-MGF1`,
    hash: "sha384",
    keyType: "rsa",
    padding: pss,
  },
  "rsa-pss-sha512": {
    uri: `${more2007}sha512-rsa-MGF1`,
    hash: "sha512",
    keyType: "rsa",
    padding: pss,
  },
  "rsa-sha256": { uri: `${more}rsa-sha256`, hash: "sha256", keyType: "rsa" },
  "rsa-sha384": { uri: `${more}rsa-sha384`, hash: "sha384", keyType: "rsa" },
  "rsa-sha512": { uri: `${more}rsa-sha512`, hash: "sha512", keyType: "rsa" },
  "ecdsa-sha256": { uri: `${more}ecdsa-sha256`, hash: "sha256", keyType: "ec" },
  "ecdsa-sha384": { uri: `${more}ecdsa-sha384`, hash: "sha384", keyType: "ec" },
  "ecdsa-sha512": { uri: `${more}ecdsa-sha512`, hash: "sha512", keyType: "ec" },
};

/** Name in a message of each allowed digest. */
const digests: Readonly<Record<string, Scheme["hash"]>> = {
  "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
  "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
  "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
};

export const signatureAlgorithmUri = (algorithm: SignatureAlgorithm): string =>
  schemes[algorithm].uri;

/** The digest that goes with a signature made here. */
export function digestUriOf(algorithm: SignatureAlgorithm): string {
  const { hash } = schemes[algorithm];
  const uri = Object.keys(digests).find((name) => digests[name] === hash);
  if (uri === undefined) throw new Error(`no digest of ${algorithm}`);
  return uri;
}

/** The allowed algorithm that a message names, or undefined: then the message is refused, whatever else is right. */
export function findSignatureAlgorithm(
  uri: string | undefined,
): SignatureAlgorithm | undefined {
  return allSignatureAlgorithms.find(
    (algorithm) => schemes[algorithm].uri === uri,
  );
}

export const isAllowedDigest = (uri: string | undefined): boolean =>
  uri !== undefined && Object.hasOwn(digests, uri);

export const allDigestUris: readonly string[] = Object.keys(digests);

export function digestBase64(uri: string, octets: string): string {
  const hash = Object.hasOwn(digests, uri) ? digests[uri] : undefined;
  if (hash === undefined) throw new Error("digest not allowed");
  return createHash(hash).update(octets, "utf8").digest("base64");
}

export function signOctets(
  algorithm: SignatureAlgorithm,
  key: KeyObject,
  octets: string,
): Buffer {
  const { hash, keyType } = schemes[algorithm];
  if (key.asymmetricKeyType !== keyType)
    throw new Error(`${algorithm} does not sign with this kind of key`);
  return sign(hash, Buffer.from(octets, "utf8"), keyInput(algorithm, key));
}

/** False also for a key of another kind: an algorithm never decides how a key of another family is used. */
export function isSignatureOf(
  { algorithm, octets, signature }: SignedOctets,
  key: KeyObject,
): boolean {
  const { hash, keyType } = schemes[algorithm];
  if (key.asymmetricKeyType !== keyType) return false;
  return verify(
    hash,
    Buffer.from(octets, "utf8"),
    keyInput(algorithm, key),
    signature,
  );
}

type SignedOctets = {
  readonly algorithm: SignatureAlgorithm;
  readonly octets: string;
  readonly signature: Buffer;
};

/** PSS salts as long as the digest (RFC 6931 2.3.9); ECDSA values are r and s one after the other (RFC 4050 3.3). */
function keyInput(algorithm: SignatureAlgorithm, key: KeyObject) {
  const { keyType, padding } = schemes[algorithm];
  if (keyType === "ec") return { key, dsaEncoding: "ieee-p1363" } as const;
  return padding === undefined
    ? { key, padding: constants.RSA_PKCS1_PADDING }
    : { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}
