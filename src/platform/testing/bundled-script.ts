import { mkdir, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const root = path.join(import.meta.dirname, "../../..");
/** Inside of the project, so that the packages that stay outside are found. */
const folder = path.join(root, ".cache/test-scripts");

/** Packages with native parts, and those that are loaded late or never. */
const external = [
  "@node-rs/argon2",
  "@myriaddreamin/typst-ts-node-compiler",
  "@zxcvbn-ts/*",
  "cpu-features",
  "pg-native",
  "qrcode",
  "ssh2",
  "*.node",
];

/** Packages in CommonJS ask for parts of Node. */
const withRequire =
  'import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(import.meta.url);';

/** Sources find files beside them, as where they lie. */
const sourcePlaces: Plugin = {
  name: "source-places",
  setup: (bundle) => {
    bundle.onLoad({ filter: /[.]ts$/ }, async ({ path: file }) => {
      if (!file.startsWith(path.join(root, "src"))) return undefined;
      const contents = (await readFile(file, "utf8")).replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(file).href),
      );
      const unknown = /import\.meta\.(?!resolve\b)\w+/.exec(contents);
      if (unknown)
        throw new Error(
          `${file}: ${unknown[0]} has no counterpart in a bundle`,
        );
      return { loader: "ts", contents };
    });
  },
};

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
    plugins: [sourcePlaces],
    logLevel: "error",
  });
  // Another run may be reading the one of before.
  await rename(draft, file);
  return file;
}
