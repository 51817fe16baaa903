import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  opendir,
  type FileHandle,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { flushFile } from "../files/flush.ts";
import { BackupError } from "./backup-error.ts";
import { hashFile, hashPassing, type FileContent } from "./hashing.ts";

export type FileLine = FileContent & {
  /** Below the folder of stored files: tenant, two digits, id. */
  readonly path: string;
};

const isPath =
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/u;

/** Paths of all stored files, or those of one tenant, as the directory file store lays them out. What is not finished is none. */
export async function* storedFiles(
  root: string,
  tenantId?: string,
): AsyncGenerator<string> {
  const paths =
    tenantId === undefined
      ? pathsIn(root, 3)
      : below(tenantId, pathsIn(join(root, tenantId), 2));
  for await (const path of paths) if (isPath.test(path)) yield path;
}

async function* below(
  name: string,
  paths: AsyncGenerator<string>,
): AsyncGenerator<string> {
  for await (const path of paths) yield `${name}/${path}`;
}

/** What lies exactly `depth` folders deep. */
async function* pathsIn(root: string, depth: number): AsyncGenerator<string> {
  for await (const name of namesIn(root)) {
    if (depth === 1) yield name;
    else
      for await (const path of pathsIn(join(root, name), depth - 1))
        yield `${name}/${path}`;
  }
}

async function* namesIn(directory: string): AsyncGenerator<string> {
  const entries = await opendir(directory).catch(ignore("ENOENT", "ENOTDIR"));
  if (!entries) return;
  for await (const { name } of entries) yield name;
}

export type FileCopy = {
  readonly from: string;
  readonly to: string;
  /** Stored files of an earlier back-up on the same disk. A file never changes, so it is linked instead of copied. */
  readonly earlier: string | undefined;
};

/** Copies one stored file. Undefined: it was deleted since the snapshot, because its term had ended. */
export async function copyStored(
  { from, to, earlier }: FileCopy,
  path: string,
): Promise<FileLine | undefined> {
  const source = join(from, path);
  const target = join(to, path);
  const content = await hashFile(source).catch(ignore("ENOENT"));
  if (!content) return undefined;
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const isThere =
    (earlier !== undefined &&
      (await linkIfSame(join(earlier, path), target, content))) ||
    (await copyDurably(source, target));
  return isThere ? { path, ...content } : undefined;
}

/** Links only what still has the content: damage in an earlier back-up must not be handed on. */
async function linkIfSame(
  earlier: string,
  target: string,
  content: FileContent,
): Promise<boolean> {
  const there = await hashFile(earlier).catch(ignore("ENOENT"));
  if (there?.sha256 !== content.sha256) return false;
  return link(earlier, target).then(
    () => true,
    // Another disk, or a file system without links.
    () => false,
  );
}

async function copyDurably(source: string, target: string): Promise<boolean> {
  const copied = await copyFile(
    source,
    target,
    constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE,
  ).then(() => true, ignore("ENOENT"));
  if (copied) await flushFile(target);
  return copied ?? false;
}

/** A list of files, a line each, with the hash of the whole. */
export async function openFileList(path: string): Promise<{
  add(line: FileLine): Promise<void>;
  end(): Promise<{ readonly sha256: string }>;
}> {
  const handle: FileHandle = await open(path, "wx", 0o600);
  const passing = hashPassing();
  passing.stream.resume();
  return {
    add: async (line) => {
      const text = Buffer.from(`${JSON.stringify(line)}\n`);
      passing.stream.write(text);
      await handle.writeFile(text);
    },
    end: async () => {
      passing.stream.end();
      await handle.sync();
      await handle.close();
      return passing.result();
    },
  };
}

const lineShape = z.object({
  path: z.string().regex(isPath),
  sha256: z.string(),
  bytes: z.int(),
});

/** Reads a line of the list. Throws `BackupError` when it names something outside of the folder. */
export function readFileLine(text: string): FileLine {
  const { data } = lineShape.safeParse(JSON.parse(text));
  if (data) return data;
  throw new BackupError(
    "damaged",
    "The list of files holds a line that this program did not write.",
  );
}

function ignore(...codes: readonly string[]) {
  return (fault: unknown): undefined => {
    const code = fault instanceof Error && "code" in fault ? fault.code : "";
    if (!codes.includes(String(code))) throw fault;
  };
}
