import type { TenantCipher } from "../../crypto/tenant-cipher.ts";
import type { HttpClient } from "../../http-client/http-client.ts";
import { isId } from "../../values/id.ts";
import type { ByteSource } from "../byte-source.ts";
import { requireUuids } from "../file-key.ts";
import {
  FileStoreError,
  type FileKey,
  type FileStore,
  type ListedFile,
  type StoredFile,
} from "../file-store.ts";
import { leaveUnread } from "../leave-unread.ts";
import { openSealed, rewrapSealed, writeSealed } from "../sealed-file.ts";
import { bytesOfObject } from "./bytes-of-object.ts";
import { removeUnfinishedUploads, startUpload } from "./multipart-upload.ts";
import {
  listPages,
  openS3Bucket,
  S3Error,
  type S3Bucket,
  type S3Settings,
} from "./s3-bucket.ts";
import { textOf } from "./s3-xml.ts";

/**
 * File store in an S3 bucket: objects `<tenant>/<id>`, encrypted before they leave the process. Any number of processes may share it.
 * A file becomes visible as a whole, when the store has confirmed its last part.
 */
export function s3FileStore(settings: S3Settings, http: HttpClient): FileStore {
  const bucket = openS3Bucket(settings, http);
  return {
    put: (source, key, cipher) =>
      put(bucket, source, { key, cipher }).finally(() => {
        leaveUnread(source);
      }),
    open: async (key, cipher) => {
      const source = await bytesOfObject(bucket, nameOf(key)).catch(
        (cause: unknown) => {
          throw isMissing(cause) ? new FileStoreError("not-found", key) : cause;
        },
      );
      return openSealed(source, key, cipher);
    },
    rewrap: (key, cipher, version) => rewrap(bucket, key, { cipher, version }),
    remove: async (key) => {
      await bucket.call({ method: "DELETE", key: nameOf(key) });
    },
    list: (tenantId) => listFiles(bucket, tenantId),
    removeUnfinished: (before) => removeUnfinishedUploads(bucket, before),
  };
}

function nameOf({ tenantId, fileId }: FileKey): string {
  requireUuids(tenantId, fileId);
  return `${tenantId}/${fileId}`;
}

async function put(
  bucket: S3Bucket,
  source: AsyncIterable<Uint8Array>,
  seal: { readonly key: FileKey; readonly cipher: TenantCipher },
): Promise<StoredFile> {
  const name = nameOf(seal.key);
  if (await exists(bucket, name)) throw new FileStoreError("exists", seal.key);
  const upload = startUpload(bucket, name);
  try {
    const stored = await writeSealed(source, seal, upload.write);
    await upload.finish();
    return stored;
  } catch (fault) {
    await upload.abort();
    throw fault;
  }
}

const pieceBytes = 1024 * 1024;

/** An object cannot be changed in part: the whole is sent again, and takes the place of the old one when the store has it. */
async function rewrap(
  bucket: S3Bucket,
  key: FileKey,
  seal: { readonly cipher: TenantCipher; readonly version: number },
): Promise<boolean> {
  const name = nameOf(key);
  const source = await bytesOfObject(bucket, name).catch(ignoreMissing);
  if (!source) return false;
  try {
    const again = await rewrapSealed(source, key, seal);
    return (
      again !== undefined && (await replace(bucket, name, { source, ...again }))
    );
  } finally {
    await source.close();
  }
}

async function replace(
  bucket: S3Bucket,
  name: string,
  {
    source,
    header,
    bodyStart,
  }: {
    readonly source: ByteSource;
    readonly header: Buffer;
    readonly bodyStart: number;
  },
): Promise<boolean> {
  const upload = startUpload(bucket, name);
  try {
    await upload.write(header);
    for (let at = bodyStart; at < source.sizeBytes; at += pieceBytes)
      await upload.write(
        await source.read(at, Math.min(pieceBytes, source.sizeBytes - at)),
      );
    // Deleted meanwhile: it must not be there again.
    const isThere = await exists(bucket, name);
    await (isThere ? upload.finish() : upload.abort());
    return isThere;
  } catch (fault) {
    await upload.abort();
    throw fault;
  }
}

async function exists(bucket: S3Bucket, key: string): Promise<boolean> {
  return bucket.call({ method: "HEAD", key }).then(
    () => true,
    (fault: unknown) => {
      if (isMissing(fault)) return false;
      throw fault;
    },
  );
}

async function* listFiles(
  bucket: S3Bucket,
  tenantId: string,
): AsyncGenerator<ListedFile> {
  if (!isId(tenantId)) return;
  const objects = listPages(
    bucket,
    { "list-type": "2", prefix: `${tenantId}/` },
    {
      item: "Contents",
      next: (page) => ({
        "continuation-token": textOf(page, "NextContinuationToken") ?? "",
      }),
    },
  );
  for await (const object of objects) {
    const fileId = (textOf(object, "Key") ?? "").slice(tenantId.length + 1);
    const storedAt = new Date(textOf(object, "LastModified") ?? "");
    if (isId(fileId)) yield { tenantId, fileId, storedAt };
  }
}

function ignoreMissing(fault: unknown): undefined {
  if (!isMissing(fault)) throw fault;
}

function isMissing(fault: unknown): boolean {
  return fault instanceof S3Error && fault.status === 404;
}
