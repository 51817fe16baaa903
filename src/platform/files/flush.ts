import { open } from "node:fs/promises";

/** Flushes what was written to a file to disk. */
export async function flushFile(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Flushes a folder's entries, so that a rename in it survives a power cut. */
export async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its file system journals the rename by itself.
  if (process.platform === "win32") return;
  await flushFile(path);
}
