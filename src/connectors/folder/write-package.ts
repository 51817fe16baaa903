import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Delivery } from "../../modules/delivery/index.ts";
import {
  manifestOf,
  outputFiles,
  packageName,
  type OutputFormat,
  type PackageFile,
  type WrittenFile,
} from "../../modules/delivery/output.ts";

export type PackageTarget = {
  readonly directory: string;
  readonly formats: readonly OutputFormat[];
};

/** Empty files named by delivery id: the package was complete when this was written. */
const journalName = ".handed-over";

/**
 * Makes the package appear in `directory` at once, whole and durable, exactly once for each delivery id, even when the
 * other side has moved it away before we could note that it was handed over:
 * 1. write all files into a hidden directory, fsync; 2. note the id in the journal, fsync; 3. rename.
 * After a crash the journal tells whether step 1 was finished, and the hidden directory whether step 3 was.
 * Returns the name of the package.
 */
export async function writePackageOnce(
  { directory, formats }: PackageTarget,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<string> {
  const name = packageName(delivery);
  const hidden = join(directory, `.tmp-${delivery.deliveryId}`);
  const journal = join(directory, journalName);
  const entry = join(journal, delivery.deliveryId);

  if (!(await exists(entry))) {
    await rm(hidden, { recursive: true, force: true });
    const files = outputFiles(delivery, formats);
    await writeAll(hidden, { delivery, files }, signal);
    await mkdir(journal, { recursive: true });
    await syncDirectory(directory);
    await writeEmpty(entry);
    await syncDirectory(journal);
  }
  if (await exists(hidden)) {
    await rename(hidden, join(directory, name));
    await syncDirectory(directory);
  }
  return name;
}

async function writeAll(
  hidden: string,
  { delivery, files }: { delivery: Delivery; files: readonly PackageFile[] },
  signal: AbortSignal,
): Promise<void> {
  await mkdir(join(hidden, "uploads"), { recursive: true });
  const written: WrittenFile[] = [];
  for (const file of files) written.push(await writeFile(hidden, file, signal));
  assertUnchanged(delivery, written);
  const manifest = Buffer.from(manifestOf(delivery, written));
  const open = async function* () {
    yield await Promise.resolve(manifest);
  };
  const file = { path: "manifest.json", mediaType: "application/json", open };
  await writeFile(hidden, file, signal);
  await syncDirectory(join(hidden, "uploads"));
  await syncDirectory(hidden);
}

async function writeFile(
  hidden: string,
  file: PackageFile,
  signal: AbortSignal,
): Promise<WrittenFile> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  await pipeline(
    file.open(),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of named(chunks, file.path)) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(join(hidden, file.path), { flags: "wx", flush: true }),
    { signal },
  );
  const { path, mediaType } = file;
  return { path, mediaType, sizeBytes, sha256: hash.digest("hex") };
}

/** Keeps a fault of our own storage from being taken for one of the receiver's directory. */
async function* named(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (cause) {
    throw new Error(`folder: the content of ${path} could not be read`, {
      cause,
    });
  }
}

function assertUnchanged(
  delivery: Delivery,
  written: readonly WrittenFile[],
): void {
  const hashes = new Set(written.map((file) => file.sha256));
  for (const upload of delivery.uploads)
    if (!hashes.has(upload.sha256))
      throw new Error(
        `folder: upload ${upload.fileId} is not what was sent in; look at the file store`,
      );
}

async function writeEmpty(path: string): Promise<void> {
  const file = await open(path, "w");
  await file.sync();
  await file.close();
}

/** A new name in a directory is durable only when the directory itself has been synced. */
async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return false;
    throw error;
  }
}
