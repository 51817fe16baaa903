// Plain JavaScript on purpose: an older Node must be able to read it.
import { spawn } from "node:child_process";
import { accessSync, constants, lstatSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { fileURLToPath } from "node:url";

const oldestMajor = 24;
const forwardedSignals = ["SIGTERM", "SIGINT", "SIGHUP"];
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a script with its arguments on Node 24 or newer, whichever Node called this,
 * passes signals on and ends as the script ends.
 */
export function runOnNode24(args, env = compileCache()) {
  const node = findNode24();
  if (node === undefined) {
    refuse();
    return;
  }
  // The channel of "ipc" closes when this process is gone, even by kill -9:
  // that is how the script notices (src/platform/process/when-asked-to-stop.ts).
  // Types are taken out of scripts that browsers get with the function Node itself uses for ours; it is still called experimental.
  const child = spawn(
    node,
    ["--disable-warning=ExperimentalWarning", ...args],
    {
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { ...process.env, ...env },
    },
  );
  for (const signal of forwardedSignals) {
    process.on(signal, () => child.kill(signal));
  }
  if (process.env.npm_lifecycle_event !== undefined) stopWithNpm(child);
  child.on("error", (error) => refuse(`${node}: ${error.message}`));
  child.on("exit", endLike);
}

// A signal to "npm start" ends npm and its shell, which pass nothing on: the portal would run on unseen.
function stopWithNpm(child) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 250);
  watch.unref();
  child.on("exit", () => clearInterval(watch));
}

function findNode24() {
  const ownMajor = Number(process.versions.node.split(".")[0]);
  if (ownMajor >= oldestMajor) return process.execPath;

  const packageName = `node-${process.platform}-${process.arch}`;
  const shipped = path.join(root, "node_modules", packageName, "bin", "node");
  return may(shipped, constants.X_OK) ? shipped : undefined;
}

function compileCache() {
  const folder = compileCacheFolder();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}

/** Where Node may keep what it has compiled; undefined where there is no such folder. */
export function compileCacheFolder() {
  return [
    path.join(root, "node_modules", ".cache", "node-compile"),
    path.join(
      os.tmpdir(),
      `openrathaus-node-compile-${process.getuid?.() ?? ""}`,
    ),
  ].find(isOwnWritableFolder);
}

// What lies in the cache is executed, so a folder that somebody else could fill is refused.
function isOwnWritableFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const isOwn = process.getuid === undefined || uid === process.getuid();
    return isOwn && (mode & 0o022) === 0 && may(folder, constants.W_OK);
  } catch {
    return false; // belongs to somebody else or is read-only
  }
}

function may(file, access) {
  try {
    accessSync(file, access);
    return true;
  } catch {
    return false;
  }
}

function endLike(code, signal) {
  if (signal === null) {
    process.exitCode = code ?? 1;
    return;
  }
  process.exitCode = 128 + os.constants.signals[signal];
  if (!forwardedSignals.includes(signal)) return;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

function refuse(cause = "") {
  const found = `${process.version} (${process.platform} ${process.arch})`;
  console.error(`
OpenRathaus braucht Node.js ${oldestMajor} oder neuer. Gefunden: ${found}.
  Auf Linux x64 bringt "npm ci" das passende Node.js mit; bitte ohne --omit=optional ausführen.
  Auf anderen Systemen: https://nodejs.org/de/download (Version ${oldestMajor} LTS), dann noch einmal starten.

OpenRathaus needs Node.js ${oldestMajor} or newer. Found: ${found}.
  On Linux x64 "npm ci" brings the right Node.js along; please run it without --omit=optional.
  On other systems: https://nodejs.org/en/download (version ${oldestMajor} LTS), then start again.
${cause}`);
  process.exitCode = 1;
}
