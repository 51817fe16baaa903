// Started by script-bundle.ts as a process of its own:
//   gather-scripts.ts <folder, as a URL> <path of the script in it>
// Prints the script and all it imports, without their types, as JSON: [path, source][].
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { posix } from "node:path";

const [root = "", entry = ""] = process.argv.slice(2);
const sources = new Map<string, string>();
gather(entry);
process.stdout.write(JSON.stringify([...sources]));

function gather(path: string): void {
  if (sources.has(path)) return;
  const text = readFileSync(new URL(path, root), "utf8");
  const plain = path.endsWith(".ts") ? stripTypeScriptTypes(text) : text;
  sources.set(path, plain.replaceAll(relativeImport(), toJs));
  for (const [, , imported = ""] of plain.matchAll(relativeImport()))
    gather(posix.join(posix.dirname(path), imported));
}

/** Imports of types are gone by now; packages have no address a browser could find. */
function relativeImport(): RegExp {
  return /\b(from\s*|import\s*)"(\.{1,2}\/[^"]+)"/g;
}

function toJs(_: string, before: string, path: string): string {
  return `${before}"${path.replace(/\.ts$/, ".js")}"`;
}
