import type { TenantCipher } from "../../crypto/tenant-cipher.ts";
import type { HttpClient } from "../../http-client/http-client.ts";
import { isId } from "../../values/id.ts";
import { requireUuids } from "../file-key.ts";
import {
  FileStoreError,
  type FileKey,
  type FileStore,
  type ListedFile,
  type StoredFile,
} from "../file-store.ts";
import { leaveUnread } from "../leave-unread.ts";
import { openSealed, writeSealed } from "../sealed-file.ts";
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

function isMissing(fault: unknown): boolean {
  return fault instanceof S3Error && fault.status === 404;
}
