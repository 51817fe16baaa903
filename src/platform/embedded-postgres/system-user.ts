import { lchownSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

/** Whom a child process runs as; undefined: as ourselves. */
export type SystemUser = { readonly uid: number; readonly gid: number };

// A range that neither Debian's nor systemd's allocation uses, below 65536 so that it
// also exists in containers that map only that many users.
const firstOwnId = 60_800;
const lastOwnId = 60_899;

/**
 * PostgreSQL refuses to run as root, so root runs it as a user of its own: the owner of
 * the existing cluster, or else a number nobody has. Such a user needs no entry in
 * /etc/passwd and no other program runs under it.
 */
export function chooseServerUser(
  clusterFolder: string,
): SystemUser | undefined {
  if (!isRoot()) return undefined;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };

  const taken = new Set(readPasswd().map((user) => user.uid));
  for (let id = firstOwnId; id <= lastOwnId; id += 1) {
    if (!taken.has(id)) return { uid: id, gid: id };
  }
  throw noUser("every user number from 60800 to 60899 is taken");
}

/** initdb, unlike the server, insists on an entry in /etc/passwd: it borrows one for the moment. */
export function chooseInitdbUser(
  server: SystemUser | undefined,
): SystemUser | undefined {
  if (server === undefined) return undefined;
  const users = readPasswd();
  if (users.some((user) => user.uid === server.uid)) return server;

  const borrowed =
    users.find((user) => user.name === "nobody") ??
    users.find((user) => user.uid !== 0);
  if (borrowed) return { uid: borrowed.uid, gid: borrowed.gid };
  throw noUser("/etc/passwd names no user besides root");
}

/** Whether the user can go through all parents of the path and read it. */
export function isReachableBy(
  user: SystemUser | undefined,
  file: string,
): boolean {
  if (user === undefined) return true;
  const isAllowed = (at: string, bit: 1 | 4) => {
    const { mode, uid } = statSync(at);
    return (mode & (uid === user.uid ? bit << 6 : bit)) !== 0;
  };
  return (
    isAllowed(file, 4) && ancestorsOf(file).every((at) => isAllowed(at, 1))
  );
}

/** Makes the user the owner of a folder and everything in it. */
export function handOver(folder: string, user: SystemUser): void {
  lchownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) handOver(inside, user);
    else lchownSync(inside, user.uid, user.gid);
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function ancestorsOf(file: string): string[] {
  const parent = path.dirname(file);
  return parent === file ? [] : [parent, ...ancestorsOf(parent)];
}

function readPasswd() {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((columns) => columns.length >= 4)
    .map(([name, , uid, gid]) => ({
      name,
      uid: Number(uid),
      gid: Number(gid),
    }));
}

function noUser(cause: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "no-system-user",
    `the portal runs as root, PostgreSQL must not, and ${cause}. Start the portal as another user, or set DATABASE_URL.`,
  );
}
