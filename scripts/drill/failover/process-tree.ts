import { readdirSync, readFileSync } from "node:fs";

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
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        return (
          Number(stat.slice(stat.lastIndexOf(")")).split(" ")[2]) === parent
        );
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
