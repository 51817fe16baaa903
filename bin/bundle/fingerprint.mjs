// Plain JavaScript: read at each start, and in a process that has taken types out of a script these take 25 MB more.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What a bundle is made of besides `src`: packages by their lock, and the programs that make it. */
const makers = [
  "package-lock.json",
  "scripts/bundle.ts",
  "scripts/bundle/compile-bundle.ts",
  "scripts/bundle/escaped.ts",
  "scripts/bundle/make-bundle.ts",
  "scripts/bundle/places.ts",
  "scripts/bundle/source-urls.ts",
];

/** Where the bundle of the sources as they are now is, or would be. Named after what they hold, so it never is out of date. */
export function bundleFolder(root) {
  return path.join(root, ".cache", "bundle", fingerprint(root));
}

function fingerprint(root) {
  const hash = createHash("sha256");
  for (const file of [...makers, ...scripts(root)]) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest("hex").slice(0, 32);
}

/** All that could be part of it; nobody imports a test (architecture.mjs). */
function scripts(root) {
  return readdirSync(path.join(root, "src"), { recursive: true })
    .filter((file) => /\.(ts|js|json)$/.test(file) && !isTest(file))
    .map((file) => path.join("src", file))
    .sort();
}

const isTest = (file) => file.endsWith(".test.ts");
