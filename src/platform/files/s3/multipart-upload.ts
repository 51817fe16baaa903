import { escapeXml } from "../../xml/write-xml.ts";
import { listPages, S3Error, type S3Bucket } from "./s3-bucket.ts";
import { textOf, xmlOf } from "./s3-xml.ts";

/** Smaller files go in one call. At most 10,000 parts: 80 GB. */
const partBytes = 8 * 1024 * 1024;

export type Upload = {
  readonly write: (bytes: Buffer) => Promise<void>;
  /** The object is there, whole and durable, when this resolves. */
  finish(): Promise<void>;
  /** Takes back what was sent. Never throws: what it cannot take back goes with `removeUnfinishedUploads`. */
  abort(): Promise<void>;
};

type UploadName = { readonly key: string; readonly uploadId: string };

type Part = { readonly number: number; readonly etag: string };

/** Sends what is written as one object, at constant memory. */
export function startUpload(bucket: S3Bucket, key: string): Upload {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let uploadId: string | undefined;
  const parts: Part[] = [];

  const take = (): Buffer => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    return bytes;
  };
  const sendPart = async (): Promise<void> => {
    uploadId ??= await begin(bucket, key);
    const number = parts.length + 1;
    const { headers } = await bucket.call({
      method: "PUT",
      key,
      query: { partNumber: String(number), uploadId },
      body: take(),
    });
    parts.push({ number, etag: headers["etag"] ?? "" });
  };
  return {
    write: async (bytes) => {
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (waitingBytes >= partBytes) await sendPart();
    },
    finish: async () => {
      if (uploadId === undefined) {
        await bucket.call({ method: "PUT", key, body: take() });
        return;
      }
      if (waitingBytes > 0) await sendPart();
      await complete(bucket, { key, uploadId }, parts);
    },
    abort: async () => {
      if (uploadId === undefined) return;
      const query = { uploadId };
      await bucket
        .call({ method: "DELETE", key, query })
        .catch(() => undefined);
    },
  };
}

async function begin(bucket: S3Bucket, key: string): Promise<string> {
  const { body } = await bucket.call({
    method: "POST",
    key,
    query: { uploads: "" },
  });
  const root = xmlOf(body);
  const id = root && textOf(root, "UploadId");
  if (!id) throw new S3Error("no-upload-id");
  return id;
}

/** When the first answer was lost, the call that asks again finds no upload any more, but the object. */
async function complete(
  bucket: S3Bucket,
  upload: UploadName,
  parts: readonly Part[],
): Promise<void> {
  try {
    await tryToComplete(bucket, upload, parts);
  } catch (fault) {
    if (!(fault instanceof S3Error && fault.code === "NoSuchUpload"))
      throw fault;
    await bucket.call({ method: "HEAD", key: upload.key });
  }
}

/** The store may answer 200 and tell of its failure only in the body. */
async function tryToComplete(
  bucket: S3Bucket,
  { key, uploadId }: UploadName,
  parts: readonly Part[],
): Promise<void> {
  const list = parts
    .map(
      ({ number, etag }) =>
        `<Part><PartNumber>${String(number)}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`,
    )
    .join("");
  const { body } = await bucket.call({
    method: "POST",
    key,
    query: { uploadId },
    body: Buffer.from(
      `<CompleteMultipartUpload>${list}</CompleteMultipartUpload>`,
    ),
  });
  const root = xmlOf(body);
  if (root?.name !== "CompleteMultipartUploadResult")
    throw new S3Error((root && textOf(root, "Code")) ?? "not-completed");
}

/** Takes back uploads that were begun before `before` and never finished. Returns how many. */
export async function removeUnfinishedUploads(
  bucket: S3Bucket,
  before: Date,
): Promise<number> {
  const uploads = listPages(
    bucket,
    { uploads: "" },
    {
      item: "Upload",
      next: (page) => ({
        "key-marker": textOf(page, "NextKeyMarker") ?? "",
        "upload-id-marker": textOf(page, "NextUploadIdMarker") ?? "",
      }),
    },
  );
  let removed = 0;
  for await (const upload of uploads) {
    const begun = new Date(textOf(upload, "Initiated") ?? "");
    if (!(begun < before)) continue;
    await bucket.call({
      method: "DELETE",
      key: textOf(upload, "Key") ?? "",
      query: { uploadId: textOf(upload, "UploadId") ?? "" },
    });
    removed++;
  }
  return removed;
}
