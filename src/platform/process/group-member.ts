import cluster from "node:cluster";
import { retire } from "./process-group.ts";

/** Whether this process is one of several that `startProcessGroup` runs behind one port. */
export const isGroupMember = (): boolean => cluster.isWorker;

/** `retired`: another process has taken its place already; `told`: by SIGTERM, the whole portal may be about to end. */
export type MemberEnd = "retired" | "told";

/**
 * Calls `stop` once, when this process of a group is to end. Ctrl-C and a closed terminal reach all processes of a group at once: only the one that
 * runs the others obeys. Without that one Node ends this process at once, and leaves the port to whoever comes next.
 */
export function whenMemberIsToEnd(stop: (end: MemberEnd) => void): void {
  let isAsked = false;
  const ask = (end: MemberEnd) => {
    if (isAsked) return;
    isAsked = true;
    stop(end);
  };
  for (const signal of ["SIGINT", "SIGHUP"] as const)
    process.on(signal, () => undefined);
  process.on("SIGTERM", () => {
    ask("told");
  });
  process.on("message", (message) => {
    if (message === retire) ask("retired");
  });
}
