import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SettingsError } from "../platform/config/settings-error.ts";
import type { Settings } from "../platform/config/settings.ts";
import { usable } from "../platform/config/usable-file.ts";
import { directoryFileStore } from "../platform/files/directory-file-store.ts";
import type { FileStore } from "../platform/files/file-store.ts";
import { makeFolder } from "../platform/files/make-folder.ts";
import {
  s3SettingsSchema,
  type S3Settings,
} from "../platform/files/s3/s3-bucket.ts";
import { s3FileStore } from "../platform/files/s3/s3-file-store.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";

/** Where uploads lie: in a bucket, or in a folder of this machine. */
export async function openFileStore(
  settings: Settings,
): Promise<{ readonly files: FileStore; close(): void }> {
  const bucket = bucketOf(settings);
  if (bucket) {
    const http = createHttpClient({ maxConnectionsPerHost: 32 });
    return {
      files: s3FileStore(bucket, http),
      close: () => {
        http.close();
      },
    };
  }
  const uploads = filesFolder(settings);
  await usable("DATA_DIR", () => {
    makeFolder(uploads);
  });
  return { files: directoryFileStore(uploads), close: () => undefined };
}

/** The folder of the file store when there is no bucket. */
export function filesFolder({ dataDir }: Settings): string {
  return join(dataDir, "uploads");
}

/** The bucket of `S3_FILE`; undefined: there is none. Stops the start where the file cannot be used. */
export function bucketOf({ s3File }: Settings): S3Settings | undefined {
  if (s3File === undefined) return undefined;
  try {
    return s3SettingsSchema.parse(JSON.parse(readFileSync(s3File, "utf8")));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "cannot be read";
    throw new SettingsError(`S3_FILE cannot be used: ${why}`, { cause });
  }
}
