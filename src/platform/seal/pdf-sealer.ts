import { verify, X509Certificate } from "node:crypto";
import { AsnConvert } from "@peculiar/asn1-schema";
import { TimeStampResp } from "@peculiar/asn1-tsp";
import { ok, refuse, type Result } from "../result/result.ts";
import type { TimeStampAuthority } from "../time-stamp/time-stamp-authority.ts";
import { sha256 } from "../values/sha256.ts";
import {
  insertSignature,
  prepareSignature,
  signedBytes,
} from "./append-signature.ts";
import { encodeCades, encodedAttributes, signedAttributes } from "./cades.ts";
import type {
  Sealer,
  SealRefusal,
  SealRequest,
  SealedPdf,
  SignatureSource,
} from "./sealer.ts";

/** Seals PDFs with a key, and has a time-stamp authority confirm when. */
export function createPdfSealer(
  source: SignatureSource,
  timeStamps: TimeStampAuthority | undefined,
): Sealer {
  return { seal: (request) => seal(request, { source, timeStamps }) };
}

async function seal(
  { pdf, at, reason, signal }: SealRequest,
  {
    source,
    timeStamps,
  }: {
    readonly source: SignatureSource;
    readonly timeStamps: TimeStampAuthority | undefined;
  },
): Promise<Result<SealedPdf, SealRefusal>> {
  const known = await source.certificates(signal);
  if (!known.ok) return known;
  const [certificate] = known.value;
  if (!certificate) throw new Error("seal: the source has no certificate");
  const sealedBy = nameOf(new X509Certificate(certificate));
  const prepared = prepareSignature(pdf, { at, reason, name: sealedBy });
  const attributes = signedAttributes(signedBytes(prepared), certificate);
  const content = encodedAttributes(attributes);
  const signed = await source.sign(content, signal);
  if (!signed.ok) return signed;
  const { publicKey } = new X509Certificate(certificate);
  if (!verify("sha256", content, publicKey, signed.value))
    return refuse({
      kind: "unavailable",
      reason: "the signature does not fit the certificate",
    });
  const stamped = await timeStampOf(signed.value, timeStamps, signal);
  if (!stamped.ok) return stamped;
  const cms = encodeCades({
    certificates: known.value,
    attributes,
    signature: signed.value,
    timeStamp: stamped.value,
  });
  return ok({
    pdf: insertSignature(prepared, cms),
    sealedBy,
    level: stamped.value ? "B-T" : "B-B",
  });
}

async function timeStampOf(
  signature: Buffer,
  authority: TimeStampAuthority | undefined,
  signal: AbortSignal,
): Promise<Result<Buffer | undefined, SealRefusal>> {
  if (!authority) return ok(undefined);
  const stamp = await authority.stamp(sha256(signature), signal);
  if (!stamp.ok)
    return refuse({
      kind: "unavailable",
      reason: `time stamp: ${stamp.refusal.kind}, ${stamp.refusal.reason}`,
    });
  const { timeStampToken } = AsnConvert.parse(
    stamp.value.response,
    TimeStampResp,
  );
  // The authority's client refuses an answer without one.
  if (!timeStampToken) throw new Error("seal: a time stamp without token");
  return ok(Buffer.from(AsnConvert.serialize(timeStampToken)));
}

/** Common name, or the whole subject where it has none. */
function nameOf({ subject }: X509Certificate): string {
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll("\n", ", ");
}
