import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after } from "node:test";

/** A new folder that is removed when the test file is done. */
export function temporaryFolder(name = "orh-test-"): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), name));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
