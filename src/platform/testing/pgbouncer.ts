import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseAddress } from "../database/database.ts";

export const hasPgBouncer =
  spawnSync("pgbouncer", ["--version"], { stdio: "ignore" }).status === 0;

/** A pooler in front of a server that gives each transaction one of three connections. */
export type PgBouncer = {
  readonly address: DatabaseAddress;
  stop(): Promise<void>;
};

/** Needs `hasPgBouncer`. */
export async function startPgBouncer(
  server: DatabaseAddress,
): Promise<PgBouncer> {
  const folder = await mkdtemp(path.join(tmpdir(), "orh-pgbouncer-"));
  const port = 20_000 + (process.pid % 10_000);
  const config = path.join(folder, "pgbouncer.ini");
  await writeFile(
    config,
    `[databases]
* = host=${server.host ?? ""} port=${String(server.port ?? 5432)} user=${server.user ?? ""}${server.password ? ` password=${server.password}` : ""}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${String(port)}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
`,
  );
  await chmod(folder, 0o755);
  // As whoever owns the server's socket: nobody else may use it, and PgBouncer refuses to run as root.
  const { uid, gid } = await stat(server.host ?? folder);
  const child = spawn("pgbouncer", [config], { stdio: "ignore", uid, gid });
  for (let waited = 0; waited < 5000 && !(await answers(port)); waited += 50)
    await sleep(50);
  return {
    address: { ...server, host: "127.0.0.1", port },
    stop: async () => {
      child.kill("SIGINT");
      if (child.exitCode === null) await once(child, "exit");
      await rm(folder, { recursive: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  const outcome = await Promise.race([
    once(socket, "connect").then(() => true),
    once(socket, "error").then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return outcome;
}
