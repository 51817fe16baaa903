import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { build, type Metafile, type OutputFile } from "esbuild";
import { z } from "zod";
import { escaped, escapedColumns } from "./escaped.ts";
import { placesOf, segmentsOf } from "./places.ts";
import { sourceUrls, startOf } from "./source-urls.ts";

const map = z.object({ sources: z.array(z.string()), mappings: z.string() });

/** Scripts that run in threads of their own, by the names of their files. */
const threadScripts = { "pdf-worker": "src/platform/pdf/pdf-worker.ts" };

/** Packages with native parts, those that only other platforms or settings ask for, and those in CommonJS that are loaded late. */
export const external = [
  "@node-rs/argon2",
  "@myriaddreamin/typst-ts-node-compiler",
  "cpu-features",
  "pg-native",
  "*.node",
  "@zxcvbn-ts/*",
  "qrcode",
  "ssh2",
];

const keptBefore = 3;

/** Makes the bundle of the tree at `root` in `folder`: whole or not at all, since other processes may be looking, or making the same. */
export async function makeBundle(root: string, folder: string): Promise<void> {
  const draft = `${folder}.${String(process.pid)}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  try {
    for (const file of await outputs(root, draft))
      writeFileSync(file.path, file.contents);
    putInPlace(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  forgetOld(folder);
}

/** Two that start at once make the same: the first is taken. */
function putInPlace(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** Programs that still run from an older one may have to load a part of it, so the last few stay. */
function forgetOld(folder: string): void {
  const parent = path.dirname(folder);
  const others = readdirSync(parent)
    .map((name) => path.join(parent, name))
    .filter((other) => other !== folder)
    .map((other) => ({ other, madeAt: statSync(other).mtimeMs }))
    .toSorted((a, b) => b.madeAt - a.madeAt);
  for (const { other } of others.slice(keptBefore))
    rmSync(other, { recursive: true, force: true });
}

/** Beside each script: which line of which source its parts stem from. */
async function outputs(
  root: string,
  out: string,
): Promise<readonly Pick<OutputFile, "path" | "contents">[]> {
  const { outputFiles, metafile } = await bundle(root, out);
  refuseLateCommonJs(metafile);
  const textOf = (script: string) =>
    outputFiles.find((file) => file.path === script)?.text ?? "";
  const starts = Object.keys(threadScripts).map((name) =>
    written(path.join(out, startOf(name)), threadStart(name)),
  );
  const files = outputFiles.flatMap((file) => {
    if (!file.path.endsWith(".map"))
      return [written(file.path, escaped(file.text))];
    const { sources, mappings } = map.parse(JSON.parse(file.text));
    const script = file.path.slice(0, -".map".length);
    const places = placesOf(
      escapedColumns(segmentsOf(mappings), textOf(script)),
    );
    const names = sources.map((source) =>
      path.relative(root, path.resolve(out, source)),
    );
    return [
      { path: `${script}.places`, contents: new Uint8Array(places.buffer) },
      written(`${script}.sources`, JSON.stringify(names)),
    ];
  });
  return [...files, ...starts];
}

/** How traces are written is a matter of each thread: what bin/run-portal.mjs sets does not reach another one. */
const threadStart = (name: string) => `import path from "node:path";
import { nameSources } from "../../../bin/bundle/source-places.mjs";
nameSources(import.meta.dirname, path.join(import.meta.dirname, "../../.."));
await import("./${name}.mjs");
`;

const written = (file: string, text: string) => ({
  path: file,
  contents: new TextEncoder().encode(text),
});

/** A file of its own that was CommonJS has a default export only, where Node gives it names. */
function refuseLateCommonJs({ inputs }: Metafile): void {
  const late = Object.values(inputs)
    .flatMap(({ imports }) => imports)
    .find(
      ({ kind, path: to }) =>
        kind === "dynamic-import" && inputs[to]?.format === "cjs",
    );
  if (late)
    throw new Error(
      `${late.path} is CommonJS and loaded late: make it external`,
    );
}

function bundle(root: string, out: string) {
  const threads = Object.fromEntries(
    Object.entries(threadScripts).map(([name, file]) => [
      name,
      path.join(root, file),
    ]),
  );
  return build({
    absWorkingDir: root,
    entryPoints: { portal: path.join(root, "src/main/portal.ts"), ...threads },
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node24",
    external,
    // Names stay as they are; only the text between them goes. Lines end somewhere, since Node prints the one where a program failed.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    // What it leaves is escaped afterwards.
    charset: "ascii",
    // The packages lie beside it with their licences.
    legalComments: "none",
    // Packages in CommonJS ask for Node's own parts by it.
    banner: {
      js: `import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);`,
    },
    sourcemap: "external",
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: "silent",
    plugins: [sourceUrls(root, out, threads)],
  });
}
