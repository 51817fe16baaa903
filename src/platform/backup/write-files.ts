import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { copyStored, openFileList, storedFiles } from "./copy-files.ts";
import { fileListName, type Manifest } from "./manifest.ts";

export type FilesInput = {
  /** Folder of the file store. */
  readonly filesFolder: string;
  readonly folder: string;
  /** Stored files of an earlier back-up, to be linked instead of copied. */
  readonly earlier: string | undefined;
  /** Of one tenant only. */
  readonly tenantId?: string;
  readonly onProgress?: ((words: string) => void) | undefined;
};

/** Copies the stored files and lists them with their hashes. */
export async function writeFiles({
  filesFolder,
  folder,
  earlier,
  tenantId,
  onProgress,
}: FilesInput): Promise<{
  readonly list: Manifest["fileList"];
  readonly deletedMeanwhile: number;
}> {
  const copy = { from: filesFolder, to: join(folder, "files"), earlier };
  await mkdir(copy.to, { mode: 0o700 });
  const list = await openFileList(join(folder, fileListName));
  const counted = { count: 0, bytes: 0 };
  let deletedMeanwhile = 0;
  for await (const path of storedFiles(filesFolder, tenantId)) {
    const line = await copyStored(copy, path);
    if (!line) {
      deletedMeanwhile += 1;
      continue;
    }
    await list.add(line);
    counted.count += 1;
    counted.bytes += line.bytes;
    if (counted.count % 1000 === 0)
      onProgress?.(`${String(counted.count)} files`);
  }
  const { sha256 } = await list.end();
  return { list: { ...counted, sha256 }, deletedMeanwhile };
}
