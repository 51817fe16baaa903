import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * Runs the bundle once, so that Node keeps what it compiles for who comes next. Reading seven megabytes of text leaves 20 MB behind that malloc does not
 * give back, for as long as a process lives.
 */
export function compileBundle(root: string): void {
  const options = z
    .array(z.string())
    .parse(
      JSON.parse(
        readFileSync(path.join(root, "bin/portal-node-options.json"), "utf8"),
      ),
    );
  spawnSync(
    process.execPath,
    [...options, path.join(root, "bin/run-portal.mjs"), "--version"],
    // Where the portal itself will look, not where this process keeps its own.
    { stdio: "ignore", env: { ...process.env, NODE_COMPILE_CACHE: "" } },
  );
}
