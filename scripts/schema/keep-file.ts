import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { diff } from "node:util";

const root = path.join(import.meta.dirname, "../..");
const contextLines = 2;

/** Writes a generated file where it changed. `file` is a path below the project. */
export function writeGenerated(file: string, content: string): void {
  if (readGenerated(file) === content) return;
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
  console.log(`wrote ${file}`);
}

/** True when the file is as it would be generated; prints the difference otherwise. */
export function checkGenerated(file: string, content: string): boolean {
  const found = readGenerated(file);
  if (found === content) return true;
  console.error(`${file} differs from the migrated database:`);
  console.error(describeDifference(found.split("\n"), content.split("\n")));
  return false;
}

/** Lines that are missing (`+`) or too many (`-`) with what stands around them. */
export function describeDifference(
  found: readonly string[],
  expected: readonly string[],
): string {
  const lines = diff(found, expected);
  const near = lines.map((_, at) =>
    lines
      .slice(Math.max(0, at - contextLines), at + contextLines + 1)
      .some(([operation]) => operation !== 0),
  );
  return lines
    .filter((_, at) => near[at])
    .map(([operation, line]) => `${signs[operation]} ${line}`)
    .join("\n");
}

// util.diff(actual, expected): 1 = only in actual, -1 = only in expected
const signs = { [-1]: "+", 0: " ", 1: "-" } as const;

function readGenerated(file: string): string {
  const full = path.join(root, file);
  return existsSync(full) ? readFileSync(full, "utf8") : "";
}
