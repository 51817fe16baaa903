import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
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

const sourcesSchema = z.array(z.tuple([z.string(), z.string()]));

/** Path in the folder, and what browsers get. */
type Source = z.infer<typeof sourcesSchema>[number];

/** All files of a bundle, the script itself first. They lie below one address with a hash of them all, so relative imports keep working. */
export async function loadScriptBundle(
  bundle: ScriptBundle,
): Promise<readonly Asset[]> {
  const sources = await gatherOnce(bundle);
  const hash = createHash("sha256")
    .update(JSON.stringify(sources))
    .digest("hex")
    .slice(0, 16);
  return sources.map(([path, source]) => {
    const served = withJsEnding(path);
    return {
      ...makeAsset(posix.basename(served), source),
      path: `/assets/${bundle.name}.${hash}/${served}`,
    };
  });
}

const gathered = new Map<string, Promise<readonly Source[]>>();

/** Once in a process: what lies in the folder does not change while it runs. */
function gatherOnce(bundle: ScriptBundle): Promise<readonly Source[]> {
  const key = new URL(bundle.entry, bundle.root).href;
  const known = gathered.get(key) ?? gather(bundle);
  gathered.set(key, known);
  return known;
}

const gatherScript = fileURLToPath(
  new URL("gather-scripts.ts", import.meta.url),
);

/** In a process of its own: what takes types out keeps forty megabytes for as long as its process lives. */
async function gather({
  root,
  entry,
}: ScriptBundle): Promise<readonly Source[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", gatherScript, root.href, entry],
    { maxBuffer: 16_000_000 },
  );
  return sourcesSchema.parse(JSON.parse(stdout));
}

function withJsEnding(path: string): string {
  return path.replace(/\.ts$/, ".js");
}
