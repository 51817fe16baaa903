import { open, readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { CommandError } from "./command-error.ts";

/** Larger files are not read into memory; the importer has the same limit. */
const maxFileBytes = 50_000_000;

type FormFile = { readonly name: string; readonly content: Buffer };

export type FormFiles = {
  readonly schema: FormFile;
  readonly codeLists: readonly FormFile[];
};

/** A schema, and of a folder the code lists it names. Throws a CommandError when the schema cannot be read. */
export async function readFormFiles(
  file: string,
  folder: string,
): Promise<FormFiles> {
  const schema = await readFormFile(file);
  const text = schema.content.toString("utf8");
  const names = await readdir(folder).catch(() => []);
  const paths = names
    .filter((name) => /\.xml$/i.test(name))
    .map((name) => join(folder, name));
  const starts = await Promise.all(paths.map(readStart));
  const codeLists = await Promise.all(
    paths.filter((_, index) => isListOf(text, starts[index])).map(readFormFile),
  );
  return { schema, codeLists };
}

/**
 * By its content: FIM portal, XRepository and editors name such files in different ways, and folders hold lists of other schemas. One
 * that does not say what it is goes along, so that the importer can say what is wrong with it.
 */
function isListOf(schema: string, start = ""): boolean {
  if (!/<(?:\w+:)?CodeList[\s>]/.test(start)) return false;
  const uri = /<(?:\w+:)?CanonicalUri>([^<]*)</.exec(start)?.[1]?.trim();
  return uri === undefined || schema.includes(uri);
}

// A list names itself behind its notes and before its codes.
const startBytes = 64 * 1024;

async function readStart(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined);
  if (!file) return "";
  try {
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(startBytes),
    });
    return buffer.subarray(0, bytesRead).toString("utf8");
  } catch {
    // A folder that is called like a file.
    return "";
  } finally {
    await file.close();
  }
}

/** One document. Throws a CommandError where it cannot be read or is too large. */
export async function readFormFile(path: string): Promise<FormFile> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new CommandError(`${path} is not a file.`);
  if (found.size > maxFileBytes)
    throw new CommandError(
      `${path} is larger than 50 MB; that is no FIM schema.`,
    );
  return { name: basename(path), content: await readFile(path) };
}
