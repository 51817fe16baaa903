import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BackupError } from "./backup-error.ts";
import { readFileLine, type FileLine } from "./copy-files.ts";
import { hashFile } from "./hashing.ts";
import { fileListName, readManifest, type Manifest } from "./manifest.ts";

/**
 * Computes the hash of everything in a back-up again. Needs neither keys nor a database.
 * Throws `BackupError` "damaged" with the first thing that is missing or differs.
 */
export async function verifyBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const table of manifest.tables) await check(folder, table.path, table);
  await check(folder, fileListName, manifest.fileList);
  let count = 0;
  for await (const line of listedFiles(folder)) {
    await check(folder, join("files", line.path), line);
    count += 1;
  }
  if (count !== manifest.fileList.count)
    throw new BackupError("damaged", `${fileListName} is not complete.`);
  return manifest;
}

/** The stored files a back-up says it holds. */
export async function* listedFiles(folder: string): AsyncGenerator<FileLine> {
  const lines = createInterface({
    input: createReadStream(join(folder, fileListName)),
  });
  for await (const text of lines) yield readFileLine(text);
}

async function check(
  folder: string,
  path: string,
  { sha256 }: { readonly sha256: string },
): Promise<void> {
  const found = await hashFile(join(folder, path)).catch((cause: unknown) => {
    throw new BackupError("damaged", `${path} is missing.`, { cause });
  });
  if (found.sha256 !== sha256)
    throw new BackupError(
      "damaged",
      `${path} has another content than when the back-up was made.`,
    );
}
