import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Manifest } from "./manifest.ts";
import { listedFiles } from "./verify-backup.ts";

/** Copies the stored files of a back-up or an export into the file store. A file never changes, so that it may be written again. */
export async function copyBack(
  {
    folder,
    filesFolder,
    onProgress,
  }: {
    readonly folder: string;
    readonly filesFolder: string;
    readonly onProgress?: (words: string) => void;
  },
  manifest: Manifest,
): Promise<void> {
  let count = 0;
  for await (const { path } of listedFiles(folder)) {
    const target = join(filesFolder, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(folder, "files", path), target);
    count += 1;
    if (count % 1000 === 0)
      onProgress?.(
        `${String(count)} of ${String(manifest.fileList.count)} files`,
      );
  }
}
