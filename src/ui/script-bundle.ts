import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { posix } from "node:path";
import { makeAsset, type Asset } from "./asset.ts";

/** A script that shares its source with the server: it and all it imports are sent as they lie in the folder, without their types. */
export type ScriptBundle = {
  /** As pages name it. */
  readonly name: string;
  /** Folder that has all files of it, with a slash at the end. */
  readonly root: URL;
  /** Path of the script in that folder. */
  readonly entry: string;
};

/** All files of a bundle, the script itself first. They lie below one address with a hash of them all, so relative imports keep working. */
export async function loadScriptBundle(
  bundle: ScriptBundle,
): Promise<readonly Asset[]> {
  const sources = new Map<string, string>();
  await gather(bundle, bundle.entry, sources);
  const hash = createHash("sha256")
    .update(JSON.stringify([...sources]))
    .digest("hex")
    .slice(0, 16);
  return [...sources].map(([path, source]) => {
    const served = withJsEnding(path);
    return {
      ...makeAsset(posix.basename(served), source),
      path: `/assets/${bundle.name}.${hash}/${served}`,
    };
  });
}

async function gather(
  bundle: ScriptBundle,
  path: string,
  sources: Map<string, string>,
): Promise<void> {
  if (sources.has(path)) return;
  const text = await readFile(new URL(path, bundle.root), "utf8");
  const plain = path.endsWith(".ts") ? stripTypeScriptTypes(text) : text;
  sources.set(path, plain.replaceAll(relativeImport, toJs));
  for (const [, , imported = ""] of plain.matchAll(relativeImport))
    await gather(bundle, posix.join(posix.dirname(path), imported), sources);
}

/** Imports of types are gone by now; packages have no address a browser could find. */
const relativeImport = /\b(from\s*|import\s*)"(\.{1,2}\/[^"]+)"/g;

function toJs(_: string, before: string, path: string): string {
  return `${before}"${withJsEnding(path)}"`;
}

function withJsEnding(path: string): string {
  return path.replace(/\.ts$/, ".js");
}
