import { createHash } from "node:crypto";
import { open, type FileHandle } from "node:fs/promises";

/** A list of passwords that leaked somewhere, kept on this machine: nobody is asked about a password. */
export type BreachedPasswords = {
  holds(password: string): Promise<boolean>;
  close(): Promise<void>;
};

/** 40 hex digits, a colon and how often, with some room. */
const longestLine = 80;
const line = /^(?<hash>[0-9A-F]{40})(?::\d+)?$/;

/**
 * Opens a list as "Pwned Passwords" is given out: one SHA-1 hash a line, in capitals and in order, with how often it was seen. It is searched
 * where it lies, some 40 reads for 50 GB, and stays open. Throws when it is not such a list.
 * @see https://haveibeenpwned.com/Passwords
 */
export async function openBreachedPasswords(
  file: string,
): Promise<BreachedPasswords> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const first = await lineFrom(handle, 0);
    const last = await lastLine(handle, size);
    if (first === undefined || last === undefined || first.hash > last.hash)
      throw new Error(
        `${file} is no list of SHA-1 hashes, one a line, in capitals and in order`,
      );
    return {
      holds: (password) =>
        find(handle, {
          wanted: createHash("sha1")
            .update(password)
            .digest("hex")
            .toUpperCase(),
          size,
        }),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function lastLine(
  handle: FileHandle,
  size: number,
): Promise<Line | undefined> {
  let last = await lineFrom(handle, Math.max(0, size - 2 * longestLine));
  while (last && last.end < size) {
    const next = await lineFrom(handle, last.end);
    if (!next) return undefined;
    last = next;
  }
  return last;
}

type Line = { readonly hash: string; readonly end: number };

/** Halves the file until the line is found or there is nothing in between. */
async function find(
  handle: FileHandle,
  { wanted, size }: { readonly wanted: string; readonly size: number },
): Promise<boolean> {
  let from = 0;
  let to = size;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const found = await lineFrom(handle, middle);
    if (found?.hash === wanted) return true;
    // Behind the middle nothing begins that is smaller: what is looked for begins before it, or at it.
    if (found === undefined || found.hash > wanted) to = middle;
    else from = found.end;
  }
  return false;
}

/** The first line that begins there or later; undefined: none does, or it is something else. */
async function lineFrom(
  handle: FileHandle,
  position: number,
): Promise<Line | undefined> {
  const start = Math.max(0, position - 1);
  const bytes = Buffer.alloc(2 * longestLine);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
  const text = bytes.toString("latin1", 0, bytesRead);
  // A line begins behind the end of another, or with the file.
  const begin = position === 0 ? 0 : text.indexOf("\n") + 1;
  if (begin === 0 && position !== 0) return undefined;
  const [own = ""] = text.slice(begin).split("\n", 1);
  const hash = line.exec(own.trimEnd())?.groups?.["hash"];
  return hash === undefined
    ? undefined
    : { hash, end: start + begin + own.length + 1 };
}
