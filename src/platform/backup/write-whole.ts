import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { flushFolder } from "../files/flush.ts";

/** Writes a folder that gets its name when everything is on disk; what a crash leaves is called `…unfinished`, a fault leaves nothing. */
export async function writeWhole<T>(
  folder: string,
  write: (unfinished: string) => Promise<T>,
): Promise<T> {
  const unfinished = `${folder}.unfinished`;
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  await mkdir(unfinished, { mode: 0o700 });
  try {
    const written = await write(unfinished);
    await flushFolder(unfinished);
    await rename(unfinished, folder);
    await flushFolder(dirname(folder));
    return written;
  } catch (fault) {
    await rm(unfinished, { recursive: true, force: true });
    throw fault;
  }
}
