import { readFileSync } from "node:fs";
import path from "node:path";

const deploy = path.join(import.meta.dirname, "../../../deploy");

/** A line of a file of ours, and what stands in its place here. */
export type Change = readonly [was: RegExp, is: string];

export function readDeployFile(file: string): string {
  return readFileSync(path.join(deploy, file), "utf8");
}

/** Throws when a change finds nothing to change: then the drill would not run what operators get. */
export function changedFile(file: string, changes: readonly Change[]): string {
  let text = readDeployFile(file);
  for (const [was, is] of changes) {
    if (!was.test(text)) throw new Error(`${file}: no ${String(was)}`);
    text = text.replace(was, is);
  }
  return text;
}
