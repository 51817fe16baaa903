import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const isBackup = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/u;

/** The finished back-ups in a folder, newest first; none when there is no such folder. */
async function backupsIn(target: string): Promise<string[]> {
  const names = await readdir(target).catch(() => []);
  return names
    .filter((name) => isBackup.test(name))
    .sort()
    .reverse()
    .map((name) => join(target, name));
}

/** The newest finished back-up. */
export async function findEarlier(target: string): Promise<string | undefined> {
  const [newest] = await backupsIn(target);
  return newest;
}

/** Removes all but the newest `kept` back-ups. Returns what went. Anything else in the folder stays. */
export async function removeOld(
  target: string,
  kept: number,
): Promise<string[]> {
  const old = (await backupsIn(target)).slice(Math.max(1, kept));
  for (const folder of old) await rm(folder, { recursive: true });
  return old;
}
