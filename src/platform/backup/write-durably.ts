import { open } from "node:fs/promises";

/** Writes a new file and flushes it to disk. Throws when it exists. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Flushes a folder's entries, so that a rename in it survives a power cut. */
export async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder; its file system journals the rename by itself.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
