import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The id in the first line of a file, while a program of PostgreSQL runs under it. */
export function processId(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
    return titleOf(pid).includes("postgres") ? pid : undefined;
  } catch {
    return undefined; // it does not run
  }
}

export function childrenOf(parent: number): readonly number[] {
  return processesWhere((pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")")).split(" ")[2]) === parent;
  });
}

/** A process with everything that it started, and so on. */
export function treeOf(root: number): readonly number[] {
  return [root, ...childrenOf(root).flatMap(treeOf)];
}

/** Processes that work in a folder or below, as those of a database server in its data folder. */
export function processesIn(folder: string): readonly number[] {
  return processesWhere((pid) => {
    const place = readlinkSync(`/proc/${pid}/cwd`);
    return place === folder || place.startsWith(`${folder}/`);
  });
}

function processesWhere(isWanted: (pid: number) => boolean): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return isWanted(pid);
      } catch {
        return false; // it has ended meanwhile
      }
    });
}

/** How it was called; what it does now, for processes of PostgreSQL. */
export function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

/** Sends a signal to what may have ended. */
export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
