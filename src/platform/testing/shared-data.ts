import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Real documents that are not part of the project (schemas of the FIM catalogue and the like). They lie in the folder named by
 * SHARED_DATA_DIR, or in ../shared/data beside the project.
 */
const folder =
  process.env["SHARED_DATA_DIR"] ??
  fileURLToPath(new URL("../../../../shared/data", import.meta.url));

/**
 * Gives a test its reason to be skipped where the folder is missing; `false` where it is there. In CI (variable CI) a missing folder is
 * an error: a test that nobody runs proves nothing.
 *
 * @example test("imports the real form", { skip: sharedDataMissing() }, () => …)
 */
export function sharedDataMissing(): string | false {
  if (existsSync(folder)) return false;
  const reason = `shared data not found in ${folder}; set SHARED_DATA_DIR`;
  if (process.env["CI"]) throw new Error(reason);
  return reason;
}

/** Content of one file, by path below the folder. */
export function readSharedFile(path: string): Buffer {
  return readFileSync(join(folder, path));
}

/** Names of the files in a folder below the folder, sorted. */
export function listSharedFiles(path: string): string[] {
  return readdirSync(join(folder, path)).sort();
}
