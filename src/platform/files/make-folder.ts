import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, for its owner only, and those above that are missing; one that is there stays as it is. Answers with the topmost that it made;
 * undefined: it was there. Throws what the operating system says.
 * Not by `mkdir` with `recursive`: that one goes round in circles where a folder is there that takes none (below /proc, behind a link to a disk that is
 * not mounted).
 */
export function makeFolder(folder: string): string | undefined {
  try {
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  } catch (error) {
    if (isFolder(folder)) return undefined;
    const above = dirname(folder);
    if (codeOf(error) !== "ENOENT" || isFolder(above)) throw error;
    const topmost = makeFolder(above);
    return makeFolder(folder) && (topmost ?? folder);
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? error.code : undefined;
