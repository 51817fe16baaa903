import { X509Certificate } from "node:crypto";
import { AsnConvert } from "@peculiar/asn1-schema";
import {
  Certificate,
  KeyUsage,
  KeyUsageFlags,
  id_ce_keyUsage,
} from "@peculiar/asn1-x509";

/** What is wrong with a recipient's certificate, as a code. */
export type CertificateFault =
  | "certificate-unreadable"
  | "certificate-key-unfit"
  | "certificate-not-for-encryption"
  | "certificate-for-other-address";

const fewestBits = 2048;
/** For e-mail, or for anything. */
const mailPurposes: ReadonlySet<string> = new Set([
  "1.3.6.1.5.5.7.3.4",
  "2.5.29.37.0",
]);

/** PEM to certificate; undefined: it is none, or more than one. */
export function readCertificate(pem: string): X509Certificate | undefined {
  if (pem.split("-----BEGIN CERTIFICATE-----").length !== 2) return undefined;
  try {
    return new X509Certificate(pem);
  } catch {
    // Not a certificate, whatever else it is.
    return undefined;
  }
}

/**
 * Whether mails for `address` can be encrypted with it. The time is not looked at here: it passes while the options stay.
 * @see RFC 8550 sections 3 and 4.4
 */
export function certificateFault(
  pem: string,
  address: string,
): CertificateFault | undefined {
  const certificate = readCertificate(pem);
  if (!certificate) return "certificate-unreadable";
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } =
    certificate.publicKey;
  if (kind !== "rsa" || (details?.modulusLength ?? 0) < fewestBits)
    return "certificate-key-unfit";
  if (certificate.ca || !mayEncryptKeys(certificate))
    return "certificate-not-for-encryption";
  const named = addressesOf(certificate);
  const isNamed = named.includes(address.toLowerCase());
  return named.length === 0 || isNamed
    ? undefined
    : "certificate-for-other-address";
}

/** @see RFC 5280 sections 4.2.1.3 and 4.2.1.12: what is not restricted is allowed. */
function mayEncryptKeys(certificate: X509Certificate): boolean {
  // Node gives undefined where the extension is missing, whatever its types say.
  const purposes = certificate.keyUsage as readonly string[] | undefined;
  if (purposes?.some((one) => mailPurposes.has(one)) === false) return false;
  const { extensions } = AsnConvert.parse(
    certificate.raw,
    Certificate,
  ).tbsCertificate;
  const usage = extensions?.find(({ extnID }) => extnID === id_ce_keyUsage);
  if (!usage) return true;
  const flags = AsnConvert.parse(usage.extnValue, KeyUsage).toNumber();
  return (flags & KeyUsageFlags.keyEncipherment) !== 0;
}

/** In small letters; from the alternative names, and from the subject as older certificates have it. */
function addressesOf({ subjectAltName, subject }: X509Certificate): string[] {
  const alternative = [
    ...(subjectAltName ?? "").matchAll(/email:([^,\s"]+)/giu),
  ];
  const older = [...subject.matchAll(/^emailAddress=(.+)$/gmu)];
  return [...alternative, ...older].flatMap(([, found]) =>
    found === undefined ? [] : [found.trim().toLowerCase()],
  );
}
