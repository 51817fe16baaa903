import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export type TestPostgres = {
  readonly host: string;
  readonly user: string;
  stop(): Promise<void>;
};

/** A real PostgreSQL of the machine for tests, in a temporary folder. fsync is off here only: tests of durability start their own. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "orh-pg-"));
  const identity = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (identity) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, "data");
  execFileSync(
    "initdb",
    [
      "-D",
      data,
      "-U",
      "postgres",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--auth=trust",
      "--no-sync",
    ],
    { ...identity, stdio: "ignore", cwd: folder },
  );
  const settings = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
  ];
  const server = spawn(
    "postgres",
    ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
    { ...identity, stdio: "ignore", cwd: folder },
  );
  const exited = new Promise<void>((resolve) =>
    server.once("exit", () => {
      resolve();
    }),
  );
  await waitUntilReady(folder);
  return {
    host: folder,
    user: "postgres",
    stop: async () => {
      server.kill("SIGINT");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) =>
    Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function waitUntilReady(host: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const client = new pg.Client({
      host,
      user: "postgres",
      database: "postgres",
    });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not up yet: that is what this loop waits for.
      await sleep(50);
    }
  }
  throw new Error("test-postgres: the server did not start within 10 s");
}
