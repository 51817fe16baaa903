import { X509Certificate } from "node:crypto";
import { shortKey } from "./short-key.ts";

/** What people compare and look after of a certificate. */
export type CertificateFacts = {
  readonly subject: string;
  readonly validUntil: Date;
  /** SHA-256, in pairs of hex digits. */
  readonly fingerprint: string;
  /** Its key, when that is shorter than what is recommended. */
  readonly shortKey: string | undefined;
};

/** A certificate file as text: PEM stays, DER becomes PEM. Whether it is a certificate is for the reader to say. */
export function certificateText(file: Buffer): string {
  // A SEQUENCE of more than 255 bytes: DER.
  if (file[0] !== 0x30 || file[1] !== 0x82) return file.toString("utf8").trim();
  const lines = file.toString("base64").match(/.{1,64}/gu) ?? [];
  return [
    "-----BEGIN CERTIFICATE-----",
    ...lines,
    "-----END CERTIFICATE-----",
  ].join("\n");
}

/** Facts of the first certificate in a text; undefined: there is none. */
export function certificateFacts(text: string): CertificateFacts | undefined {
  try {
    const { subject, validToDate, fingerprint256, publicKey } =
      new X509Certificate(text);
    return {
      subject: subject.split("\n").toReversed().join(", "),
      validUntil: validToDate,
      fingerprint: fingerprint256,
      shortKey: shortKey(publicKey),
    };
  } catch {
    // Entered by a person: not a certificate, and said so where it is checked.
    return undefined;
  }
}
