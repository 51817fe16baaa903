import { verify, X509Certificate } from "node:crypto";
import { ContentInfo, SignedData, type SignerInfo } from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import { sha256 } from "../../values/sha256.ts";
import { encodedAttributes } from "../cades.ts";

export type SealCheck = {
  /** The seal covers the whole file but for itself. */
  readonly coversAll: boolean;
  readonly isDigestRight: boolean;
  readonly isSignatureRight: boolean;
  /** The signed attributes name the certificate that it was made with. */
  readonly namesCertificate: boolean;
  readonly subFilter: string | undefined;
  readonly hasTimeStamp: boolean;
};

/** What somebody who has nothing but the file finds out about the last seal in it; throws where there is none. */
export function checkSeal(pdf: Buffer): SealCheck {
  const { text, coversAll, covered, hex } = readRange(pdf);
  const signed = AsnConvert.parse(
    AsnConvert.parse(Buffer.from(hex, "hex"), ContentInfo).content,
    SignedData,
  );
  const [signer] = signed.signerInfos;
  const own = signed.certificates?.[0]?.certificate;
  if (!signer || !own) throw new Error("a seal without signer");
  const certificate = Buffer.from(AsnConvert.serialize(own));
  return {
    coversAll,
    isDigestRight: digestIn(signer).equals(sha256(covered)),
    isSignatureRight: verify(
      "sha256",
      attributesIn(signer),
      new X509Certificate(certificate).publicKey,
      Buffer.from(signer.signature.buffer),
    ),
    namesCertificate: attributesIn(signer).includes(sha256(certificate)),
    subFilter: /\/SubFilter \/([\w.]+)/.exec(text)?.[1],
    hasTimeStamp: hasTimeStamp(signer),
  };
}

function readRange(pdf: Buffer) {
  const text = pdf.toString("latin1");
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(
    text.slice(text.lastIndexOf("/ByteRange")),
  );
  if (!range) throw new Error("no seal in this file");
  const [first = 0, firstLength = 0, second = 0, secondLength = 0] = range
    .slice(1)
    .map(Number);
  return {
    text,
    coversAll: first === 0 && second + secondLength === pdf.length,
    covered: Buffer.concat([
      pdf.subarray(first, first + firstLength),
      pdf.subarray(second, second + secondLength),
    ]),
    hex: text.slice(firstLength + 1, second - 1),
  };
}

function hasTimeStamp({ unsignedAttrs = [] }: SignerInfo): boolean {
  return unsignedAttrs.some(
    ({ attrType }) => attrType === "1.2.840.113549.1.9.16.2.14",
  );
}

function digestIn({ signedAttrs = [] }: SignerInfo): Buffer {
  const value = signedAttrs.find(
    ({ attrType }) => attrType === "1.2.840.113549.1.9.4",
  )?.attrValues[0];
  return value
    ? Buffer.from(AsnConvert.parse(value, OctetString).buffer)
    : Buffer.alloc(0);
}

/** As they were signed: a SET, not the implicit tag they travel with. */
function attributesIn({ signedAttrs = [] }: SignerInfo): Buffer {
  return encodedAttributes(signedAttrs);
}
