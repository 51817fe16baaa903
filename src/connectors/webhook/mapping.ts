import type { Delivery, DeliveryUpload } from "../../modules/delivery/index.ts";
import {
  isXdomea,
  metadataOf,
  xdomeaPackage,
} from "../../modules/delivery/output.ts";
import { untilAborted } from "../../platform/values/until-aborted.ts";
import type { WebhookOptions } from "./options.ts";

/** Content that is streamed: uploads are read while they are sent and need not fit in memory. */
export type StreamedContent = {
  readonly sizeBytes: number;
  open(): AsyncIterable<Uint8Array>;
};

/** What is posted, and the headers that say what it is. */
export async function bodyOf(
  delivery: Delivery,
  content: WebhookOptions["content"],
  signal: AbortSignal,
): Promise<StreamedContent & { readonly headers: Record<string, string> }> {
  if (!isXdomea(content))
    return {
      ...(await envelopeOf(delivery)),
      headers: { "content-type": "application/json" },
    };
  const file = xdomeaPackage(delivery, content);
  const headers = {
    "content-type": file.mediaType,
    "content-disposition": `attachment; filename="${file.path}"`,
  };
  const open = () => file.open();
  // A call says how long it is before it begins.
  const sizeBytes = await untilAborted(sizeOf(open()), signal);
  return { headers, sizeBytes, open };
}

async function sizeOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let sizeBytes = 0;
  for await (const chunk of chunks) sizeBytes += chunk.length;
  return sizeBytes;
}

/**
 * The body of a call: the envelope with answers, receipt and uploads (base64). The same bytes every time it is opened,
 * so that it can be signed before it is sent.
 */
async function envelopeOf(delivery: Delivery): Promise<StreamedContent> {
  const receiptPdf = Buffer.from(await delivery.pdf()).toString("base64");
  const head = `${JSON.stringify(envelopeHead(delivery)).slice(0, -1)},"receiptPdf":"${receiptPdf}","uploads":[`;
  const parts = delivery.uploads.map((upload, index) => ({
    upload,
    before: `${index === 0 ? "" : ","}${JSON.stringify(uploadMetadata(upload)).slice(0, -1)},"content":"`,
  }));
  const sizes = parts.map(
    ({ upload, before }) =>
      Buffer.byteLength(before) + base64Length(upload.sizeBytes) + 2,
  );
  return {
    sizeBytes:
      sizes.reduce((sum, size) => sum + size, 0) + Buffer.byteLength(head) + 2,
    open: async function* () {
      yield Buffer.from(head);
      for (const { upload, before } of parts) {
        yield Buffer.from(before);
        yield* base64(upload.open());
        yield Buffer.from('"}');
      }
      yield Buffer.from("]}");
    },
  };
}

function envelopeHead(delivery: Delivery) {
  return {
    ...metadataOf(delivery),
    answers: JSON.parse(delivery.answersJson) as unknown,
    answersXml: delivery.answersXml,
  };
}

function uploadMetadata(upload: DeliveryUpload) {
  const { fileId, filename, mediaType, sizeBytes, sha256 } = upload;
  return { fileId, filename, mediaType, sizeBytes, sha256 };
}

const base64Length = (sizeBytes: number) => Math.ceil(sizeBytes / 3) * 4;

/** Base64 of a stream; chunks are cut at multiples of three bytes so that no padding stands in the middle. */
async function* base64(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % 3);
    yield Buffer.from(bytes.subarray(0, whole).toString("base64"));
    rest = bytes.subarray(whole);
  }
  if (rest.length > 0) yield Buffer.from(rest.toString("base64"));
}
