import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { external } from "../../../scripts/bundle/make-bundle.ts";
import { sourceUrls } from "../../../scripts/bundle/source-urls.ts";

const root = path.join(import.meta.dirname, "../../..");
/** Inside of the project, so that the packages that stay outside are found. */
const folder = path.join(root, ".cache/test-scripts");

/** Packages in CommonJS ask for parts of Node. */
const withRequire =
  'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);';

/**
 * A script that a test starts and kills again and again, put together with its packages into one file: loading hundreds of them anew takes
 * a second of a processor each time, the file a third of it. Gives the path of the file.
 */
export async function bundledScript(script: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${path.basename(script, ".ts")}.mjs`);
  const draft = `${file}.${String(process.pid)}`;
  await build({
    entryPoints: [script],
    outfile: draft,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    banner: { js: withRequire },
    external,
    plugins: [sourceUrls(root, folder, {})],
    logLevel: "error",
  });
  // Another run may be reading the one of before.
  await rename(draft, file);
  return file;
}
