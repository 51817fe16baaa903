import { spawnSync } from "node:child_process";
import type { SystemUser } from "./failover/database-node.ts";

/** Throws with the name of the first program that is not there. */
export function requirePrograms(names: readonly string[]): void {
  for (const name of names)
    if (spawnSync("which", [name]).status !== 0)
      throw new Error(`${name} is not on PATH; see --help`);
}

/** The user that database servers run as. Throws where this process may not start any as somebody else. */
export function databaseUser(): SystemUser {
  const [uid, gid] = ["-u", "-g"].map((option) =>
    Number(spawnSync("id", [option, "postgres"], { encoding: "utf8" }).stdout),
  );
  if (!uid || !gid || process.getuid?.() !== 0)
    throw new Error("run as root, with a user postgres on this machine");
  return { uid, gid };
}
