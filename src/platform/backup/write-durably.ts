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
