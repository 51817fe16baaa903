import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

// On Linux only files that every user may read: in a container even root may not look
// at where another user's process works or which file it runs.
const isLinux = process.platform === "linux";

/** The program a process runs; undefined when there is no such process or it has ended. */
export function programOf(processId: number): string | undefined {
  if (!(processId > 0)) return undefined;
  if (!isLinux) return path.basename(askPs(processId, "comm=")) || undefined;
  // A process that ended but was not waited for has no command line any more.
  if (commandOf(processId) === "") return undefined;
  return readProc(processId, "comm").trim();
}

/** Whether the number is taken, be it by a zombie. */
export function exists(processId: number): boolean {
  if (!(processId > 0)) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The command line of a process; empty when there is none. */
export function commandOf(processId: number): string {
  return isLinux
    ? readProc(processId, "cmdline").replaceAll("\0", " ")
    : askPs(processId, "command=");
}

function readProc(processId: number, name: string): string {
  try {
    return readFileSync(`/proc/${String(processId)}/${name}`, "utf8");
  } catch {
    return ""; // has ended
  }
}

function askPs(processId: number, column: string): string {
  try {
    const args = ["-o", column, "-p", String(processId)];
    return execFileSync("ps", args, { encoding: "utf8" }).trim();
  } catch {
    return ""; // ps says so when there is no such process
  }
}
