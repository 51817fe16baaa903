import { randomBytes } from "node:crypto";
import { ContentInfo, SignedData } from "@peculiar/asn1-cms";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import {
  MessageImprint,
  PKIStatus,
  TimeStampReq,
  TimeStampReqVersion,
  TimeStampResp,
  TSTInfo,
  id_ct_tstInfo,
} from "@peculiar/asn1-tsp";
import { AlgorithmIdentifier } from "@peculiar/asn1-x509";
import type { HttpClient } from "../http-client/http-client.ts";
import { ok, refuse, type Result } from "../result/result.ts";

/** Proof by an outsider that a hash existed at a time (RFC 3161). */
export type TimeStampAuthority = {
  /** Host name, kept beside its stamps. */
  readonly name: string;
  /** Sends the SHA-256 hash and nothing else. The signature of the answer is for `openssl ts -verify`; here is checked that it answers this very question. */
  stamp(
    hash: Buffer,
    signal: AbortSignal,
  ): Promise<Result<TimeStamp, TimeStampRefusal>>;
};

export type TimeStamp = {
  readonly at: Date;
  /** The whole answer, DER. */
  readonly response: Buffer;
};

export type TimeStampRefusal =
  | { readonly kind: "unreachable"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string }
  /** Not a time stamp, or one for something else. */
  | { readonly kind: "wrong-answer"; readonly reason: string };

const sha256Oid = "2.16.840.1.101.3.4.2.1";

/** A time-stamp authority that is asked over HTTP (RFC 3161, section 3.4). */
export function httpTimeStampAuthority(
  url: string,
  http: HttpClient,
): TimeStampAuthority {
  return {
    name: new URL(url).hostname,
    stamp: async (hash, signal) => {
      const nonce = positiveNonce();
      const outcome = await http.request({
        method: "POST",
        url,
        headers: {
          "content-type": "application/timestamp-query",
          accept: "application/timestamp-reply",
        },
        body: requestFor(hash, nonce),
        timeoutMs: 20_000,
        signal,
      });
      if (outcome.kind !== "answered")
        return refuse({ kind: "unreachable", reason: outcome.kind });
      if (outcome.status !== 200)
        return refuse({
          kind: "unreachable",
          reason: `status ${String(outcome.status)}`,
        });
      return readResponse(outcome.body, { hash, nonce });
    },
  };
}

function requestFor(hash: Buffer, nonce: Buffer): Buffer {
  const request = new TimeStampReq({
    version: TimeStampReqVersion.v1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithm: sha256Oid,
        parameters: null,
      }),
      hashedMessage: new OctetString(hash),
    }),
    nonce: new Uint8Array(nonce).buffer,
    certReq: true,
  });
  return Buffer.from(AsnConvert.serialize(request));
}

/** Reads an answer and compares it with the question. Refuses whatever is not a granted stamp for exactly this hash and nonce. */
export function readResponse(
  response: Buffer,
  { hash, nonce }: { readonly hash: Buffer; readonly nonce: Buffer },
): Result<TimeStamp, TimeStampRefusal> {
  const parsed = parse(response);
  if (!parsed)
    return refuse({ kind: "wrong-answer", reason: "not a time stamp" });
  if (parsed.kind === "refused") return refuse(parsed);
  const { info } = parsed;
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (
    hashAlgorithm.algorithm !== sha256Oid ||
    !Buffer.from(hashedMessage.buffer).equals(hash)
  )
    return refuse({ kind: "wrong-answer", reason: "for another hash" });
  if (!info.nonce || !Buffer.from(info.nonce).equals(nonce))
    return refuse({ kind: "wrong-answer", reason: "for another request" });
  return ok({ at: info.genTime, response });
}

type Parsed =
  | { readonly kind: "granted"; readonly info: TSTInfo }
  | { readonly kind: "refused"; readonly reason: string };

/** Undefined for what is no well-formed answer. */
function parse(response: Buffer): Parsed | undefined {
  try {
    const { status, timeStampToken } = AsnConvert.parse(
      response,
      TimeStampResp,
    );
    const isGranted =
      status.status === PKIStatus.granted ||
      status.status === PKIStatus.grantedWithMods;
    if (!isGranted)
      return { kind: "refused", reason: `status ${String(status.status)}` };
    if (!timeStampToken) return undefined;
    const { content } = AsnConvert.parse(
      AsnConvert.serialize(timeStampToken),
      ContentInfo,
    );
    const { encapContentInfo } = AsnConvert.parse(content, SignedData);
    const body = encapContentInfo.eContent?.single;
    if (encapContentInfo.eContentType !== id_ct_tstInfo || !body)
      return undefined;
    return { kind: "granted", info: AsnConvert.parse(body.buffer, TSTInfo) };
  } catch {
    return undefined;
  }
}

/** 8 random bytes that DER writes as they are: not negative, not beginning with zero. */
function positiveNonce(): Buffer {
  const nonce = randomBytes(8);
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return nonce;
}
