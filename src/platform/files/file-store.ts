import type { Readable } from "node:stream";
import type { TenantCipher } from "../crypto/tenant-cipher.ts";

/** Names one stored file. Both are UUIDs in lower case; anything else throws. */
export type FileKey = { readonly tenantId: string; readonly fileId: string };

/** What was stored, measured on the plain content. `sha256` is lower-case hex. */
export type StoredFile = {
  readonly sizeBytes: number;
  readonly sha256: string;
};

export type ListedFile = FileKey & { readonly storedAt: Date };

/**
 * Keeps files encrypted, each under a random key of its own that the tenant's cipher wraps.
 * A file is written once, and its content never changes.
 */
export type FileStore = {
  /**
   * Streams `source` into the store at constant memory. When it resolves, the file survives a crash or a power cut.
   * When `source` throws, nothing is kept and the same error is thrown. Throws `FileStoreError` "exists" for an id in use.
   */
  put(
    source: AsyncIterable<Uint8Array>,
    key: FileKey,
    cipher: TenantCipher,
  ): Promise<StoredFile>;
  /**
   * The plain content as a stream at constant memory. Throws `FileStoreError` "not-found" or "damaged" at once when there is
   * no such file or it has no header; throws what the cipher throws when the file is of another tenant or id. A file that was
   * cut, extended or reordered makes the stream fail with "damaged": do not treat bytes as complete before the stream has ended.
   */
  open(key: FileKey, cipher: TenantCipher): Promise<Readable>;
  /**
   * Wraps the file's key with this version of the data key; its content stays as it is. False: it is wrapped so already, or there is no such
   * file (any more). Throws `FileStoreError` "damaged" for one whose key does not open.
   */
  rewrap(
    key: FileKey,
    cipher: TenantCipher,
    keyVersion: number,
  ): Promise<boolean>;
  /** Removes the file; does nothing when there is none. */
  remove(key: FileKey): Promise<void>;
  /** All files of one tenant, to find those that no row knows. Order is not defined. */
  list(tenantId: string): AsyncIterable<ListedFile>;
  /** Removes what uploads left that were cut off by a crash before `before`. Returns how many. */
  removeUnfinished(before: Date): Promise<number>;
};

export type FileStoreErrorCode = "not-found" | "damaged" | "exists";

/** The store cannot give or take this file; see `code`. */
export class FileStoreError extends Error {
  readonly code: FileStoreErrorCode;

  constructor(code: FileStoreErrorCode, { fileId }: FileKey, cause?: unknown) {
    super(`file ${fileId}: ${code}`, { cause });
    this.name = "FileStoreError";
    this.code = code;
  }
}
