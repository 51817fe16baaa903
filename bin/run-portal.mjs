// node bin/run-portal.mjs start
// What bin/portal.mjs starts, on Node 24 or newer: the portal from its bundle where there is one or one can be made, otherwise from its sources (ADR 34).
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleFolder } from "./bundle/fingerprint.mjs";
import { nameSources } from "./bundle/source-places.mjs";
import { compileCacheFolder } from "./run-on-node24.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = bundleFolder(root);
if (mayRun(folder) && (existsSync(folder) || make())) {
  keepCompiled(path.join(folder, "compiled"));
  nameSources(folder, root);
  await import(pathToFileURL(path.join(folder, "portal.mjs")).href);
} else {
  keepCompiled(compileCacheFolder());
  await import("../src/main/portal.ts");
}

/** A bundle is executed. Where somebody else keeps it, as a service does whose folder root looks into, they could have put anything there. */
function mayRun(bundle) {
  const cache = path.join(root, ".cache");
  const foreign = [cache, path.dirname(bundle), bundle].find(isForeign);
  if (foreign === undefined) return true;
  console.error(
    `OpenRathaus: ${foreign} belongs to another user, so no bundle is taken from it or put there. It runs from its sources (docs/operation/README.md).`,
  );
  return false;
}

function isForeign(place) {
  const { uid } = statSync(place, { throwIfNoEntry: false }) ?? { uid: 0 };
  return process.getuid !== undefined && uid !== 0 && uid !== process.getuid();
}

function make() {
  console.error(
    "OpenRathaus: puts its program together, once after each change; this takes some seconds.",
  );
  const { status } = spawnSync(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      path.join(root, "scripts/bundle.ts"),
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status === 0) return true;
  console.error(
    `OpenRathaus: no bundle could be made in ${path.dirname(folder)}, so it runs from its sources and needs more memory (docs/operation/README.md).`,
  );
  return false;
}

/** Also of its child processes. Whoever names a folder themselves has said where. */
function keepCompiled(compiled) {
  if (compiled === undefined || process.env.NODE_COMPILE_CACHE) return;
  enableCompileCache(compiled);
  process.env.NODE_COMPILE_CACHE = compiled;
}
