import { spawnSync } from "node:child_process";
import {
  existsSync,
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  statSync,
} from "node:fs";
import path from "node:path";
import pg from "pg";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { startProgram, until } from "../rolling/running-program.ts";

/** A server that follows another one, and answers from what it has replayed so far. */
export type Standby = {
  readonly address: DatabaseAddress;
  stop(): Promise<unknown>;
};

const debianFolder = "/usr/lib/postgresql";

/** The newest PostgreSQL that Debian has installed here; undefined: none. */
export function installedPostgres(): string | undefined {
  if (!existsSync(debianFolder)) return undefined;
  return readdirSync(debianFolder)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((major) => path.join(debianFolder, major, "bin"))
    .find((bin) => existsSync(path.join(bin, "pg_basebackup")));
}

export type StandbyInput = {
  readonly bin: string;
  readonly folder: string;
  /** Whom it follows; a folder of a socket, and a server of the same version. */
  readonly primary: DatabaseAddress & { readonly host: string };
  readonly maxConnections: number;
  /** So much later than the other one it shows what was committed. */
  readonly delayMs: number;
};

/** A hot standby as PostgreSQL makes it: base back-up, streaming, and an apply delay. */
export async function startStandby(input: StandbyInput): Promise<Standby> {
  const { bin, primary, delayMs } = input;
  const { uid, gid } = statSync(primary.host);
  const home = path.join(input.folder, "standby");
  // The server's user has to get in.
  chmodSync(input.folder, 0o755);
  mkdirSync(home);
  chownSync(home, uid, gid);
  const data = path.join(home, "data");
  const port = 5432;
  const copied = spawnSync(
    path.join(bin, "pg_basebackup"),
    [
      ...["-h", primary.host, "-p", String(primary.port ?? port)],
      ...["-U", primary.user ?? "postgres", "-D", data],
      ...["-R", "-X", "stream", "--checkpoint=fast"],
    ],
    { uid, gid, cwd: "/", encoding: "utf8" },
  );
  if (copied.status !== 0) throw new Error(`drill: ${copied.stderr}`);
  const program = startProgram({
    command: path.join(bin, "postgres"),
    args: [
      ...["-D", data, "-c", "listen_addresses=", "-c", `port=${String(port)}`],
      ...["-c", `unix_socket_directories=${home}`],
      ...["-c", `max_connections=${String(input.maxConnections)}`],
      ...["-c", `recovery_min_apply_delay=${String(delayMs)}ms`],
    ],
    logFile: path.join(input.folder, "standby.log"),
    user: { uid, gid },
    endsBy: "SIGQUIT",
  });
  const address = { ...primary, host: home, port };
  await until(() => isFollowing(address), {
    within: 60_000,
    what: "the standby does not answer",
  });
  return { address, stop: () => program.stop("SIGINT") };
}

async function isFollowing(address: DatabaseAddress): Promise<boolean> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    const { rows } = await client.query<{ is: boolean }>(
      "select pg_is_in_recovery() as is",
    );
    return rows[0]?.is === true;
  } finally {
    await client.end();
  }
}
