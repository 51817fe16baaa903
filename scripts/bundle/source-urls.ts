import { readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";

/** A script that the portal runs in a thread of its own, by the name of its file in the bundle. */
export type Threads = Readonly<Record<string, string>>;

/**
 * Lets each script of `src` name files beside it: `import.meta.url` of a bundled script is the address of its source, from wherever the tree lies.
 * A thread that is bundled itself is started from the bundle.
 */
export function sourceUrls(
  root: string,
  out: string,
  threads: Threads,
): Plugin {
  const src = path.join(root, "src") + path.sep;
  return {
    name: "source-urls",
    setup(build) {
      build.onLoad({ filter: /[.]ts$/ }, ({ path: file }) => {
        if (!file.startsWith(src)) return undefined;
        const text = readFileSync(file, "utf8");
        if (!text.includes("import.meta.")) return undefined;
        return {
          loader: "ts",
          contents: located(text, { file, out, threads }),
        };
      });
    },
  };
}

/** The script in the bundle that a thread begins with. */
export const startOf = (thread: string) => `${thread}.start.mjs`;

type Place = {
  readonly file: string;
  readonly out: string;
  readonly threads: Threads;
};

function located(text: string, { file, out, threads }: Place): string {
  const unknown = /import\.meta\.(?!(url|resolve)\b)\w+/.exec(text);
  if (unknown)
    throw new Error(`${file}: ${unknown[0]} has no counterpart in a bundle`);
  const relative = path.relative(out, file).replaceAll(path.sep, "/");
  const url = `new URL(${JSON.stringify(relative)}, import.meta.url).href`;
  return text.replaceAll(
    /new URL\(\s*"(\.[^"]+\.ts)",\s*import\.meta\.url,?\s*\)|import\.meta\.url/g,
    (whole, beside: string | undefined) =>
      (beside !== undefined && threadIn(threads, file, beside)) ||
      whole.replace("import.meta.url", url),
  );
}

function threadIn(
  threads: Threads,
  file: string,
  beside: string,
): string | undefined {
  const script = path.resolve(path.dirname(file), beside);
  const name = Object.keys(threads).find((key) => threads[key] === script);
  return name === undefined
    ? undefined
    : `new URL("${startOf(name)}", import.meta.url)`;
}
