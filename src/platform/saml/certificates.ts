import { X509Certificate, createPublicKey, type KeyObject } from "node:crypto";

/**
 * The public key of a certificate, as PEM or as the bare base64 of metadata. Undefined when it is no certificate or its
 * key is weaker than RSA 2048 or a curve of 256 bits. Dates and issuers are not looked at: metadata says which key to
 * trust, and identity providers put self-signed certificates there. @see saml-metadata-iop section 2.6.1
 */
export function readCertificateKey(certificate: string): KeyObject | undefined {
  const parsed = parseCertificate(certificate);
  if (!parsed) return undefined;
  try {
    return isStrongEnough(parsed.publicKey) ? parsed.publicKey : undefined;
  } catch {
    // The certificate can be read and its key cannot: OpenSSL decodes it only when it is asked for.
    return undefined;
  }
}

/** The key behind the two numbers of an RSAKeyValue in base64, or undefined. @see XML-DSig 1.1 section 4.5.2.2 */
export function readRsaKey(numbers: {
  readonly modulus: string;
  readonly exponent: string;
}): KeyObject | undefined {
  const n = Buffer.from(numbers.modulus, "base64").toString("base64url");
  const e = Buffer.from(numbers.exponent, "base64").toString("base64url");
  try {
    const jwk = { kty: "RSA", n, e };
    const key = createPublicKey({ key: jwk, format: "jwk" });
    return isStrongEnough(key) ? key : undefined;
  } catch {
    // OpenSSL says by throwing that these numbers are no key.
    return undefined;
  }
}

/** The base64 of a certificate's DER form, as it stands in metadata. Throws on anything else, because it comes from configuration. */
export function certificateBody(pem: string): string {
  return new X509Certificate(pem).raw.toString("base64");
}

/** True when the certificate belongs to the private key, so that a swapped pair is noticed at start. */
export function belongsTogether(certificate: string, key: KeyObject): boolean {
  return new X509Certificate(certificate).publicKey.equals(
    createPublicKey(key),
  );
}

function parseCertificate(text: string): X509Certificate | undefined {
  const body = text
    .replaceAll(/-----(BEGIN|END) CERTIFICATE-----/g, "")
    .replaceAll(/\s/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return undefined;
  try {
    return new X509Certificate(Buffer.from(body, "base64"));
  } catch {
    // OpenSSL says by throwing that these bytes are no certificate.
    return undefined;
  }
}

function isStrongEnough(key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails;
  switch (key.asymmetricKeyType) {
    case "rsa":
      return (details?.modulusLength ?? 0) >= 2048;
    case "ec":
      return strongCurves.has(details?.namedCurve ?? "");
    default:
      return false;
  }
}

const strongCurves = new Set([
  "prime256v1",
  "secp384r1",
  "secp521r1",
  "brainpoolP256r1",
  "brainpoolP384r1",
  "brainpoolP512r1",
]);
