import { spawnSync } from "node:child_process";
import { appendFileSync, chownSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import type { SystemUser } from "../failover/database-node.ts";
import {
  startProgram,
  until,
  type RunningProgram,
} from "../rolling/running-program.ts";
import { readGuide, type Guide } from "./guide.ts";

/** A machine with a database server, as the guide has one: folders for data, for the log and for base back-ups. */
export type ServerMachine = {
  readonly mount: string;
  readonly data: string;
  readonly guide: Guide;
  readonly address: DatabaseAddress & {
    /** Folder of the socket. */
    readonly host: string;
    readonly port: number;
  };
  /** Types commands as the server's user. Gives what they said; throws where one fails. */
  type(commands: string): string;
  /** Starts the server on this data directory and waits until it takes what is written. */
  start(name: string): Promise<void>;
  /** The same for a server that must refuse: what it said when it ended. */
  refuses(name: string): Promise<string>;
  stop(): Promise<void>;
  /** What the server on this data directory said. */
  logOf(name: string): string;
};

export type MachineInput = {
  readonly folder: string;
  /** Of PostgreSQL. */
  readonly bin: string;
  readonly port: number;
  readonly user: SystemUser;
};

const patienceMs = 120_000;

/** With a new server on the data directory `main` that keeps its log as the guide says; not started yet. */
export function newMachine(input: MachineInput): ServerMachine {
  const { folder, port, user } = input;
  const [mount, data] = [path.join(folder, "mnt"), path.join(folder, "lib")];
  for (const each of [mount, data, `${mount}/base`, `${mount}/wal`]) {
    mkdirSync(each);
    chownSync(each, user.uid, user.gid);
  }
  const type = typist(input, data);
  const guide = readGuide({ mount, data });
  type(`initdb -D ${data}/main -U postgres -A trust -E UTF8 --locale=C.UTF-8`);
  appendFileSync(path.join(data, "main/postgresql.conf"), guide.settings);
  const address = {
    host: data,
    port,
    user: "postgres",
    database: "openrathaus",
  };
  return { mount, data, guide, address, type, ...runner(input, address) };
}

/** Starts and ends servers, one at a time. */
function runner(
  { folder, bin, port, user }: MachineInput,
  address: ServerMachine["address"],
): Pick<ServerMachine, "start" | "refuses" | "stop" | "logOf"> {
  const state: { server?: RunningProgram } = {};
  const logFile = (name: string) => path.join(folder, `${name}.log`);
  const logOf = (name: string) => readFileSync(logFile(name), "utf8");
  const launch = (name: string) => {
    const { host } = address;
    state.server = startProgram({
      command: path.join(bin, "postgres"),
      args: [
        ...["-D", path.join(host, name), "-c", `port=${String(port)}`],
        ...["-c", "listen_addresses=127.0.0.1"],
        ...["-c", `unix_socket_directories=${host}`],
      ],
      logFile: logFile(name),
      user,
      endsBy: "SIGQUIT",
    });
    return state.server;
  };
  return {
    logOf,
    start: async (name) => {
      launch(name);
      await until(() => takesWrites(address), {
        within: patienceMs,
        what: `the server on ${name} does not answer`,
      });
    },
    refuses: async (name) => {
      const server = launch(name);
      try {
        await until(() => Promise.resolve(server.hasEnded()), {
          within: patienceMs,
          what: `the server on ${name} goes on`,
        });
      } finally {
        await server.stop("SIGINT");
      }
      return logOf(name);
    },
    stop: async () => {
      await state.server?.stop("SIGINT");
    },
  };
}

/** Runs commands in a shell that finds PostgreSQL's programs and the server, and ends at the first one that fails. */
function typist({ bin, port, user }: MachineInput, home: string) {
  return (commands: string): string => {
    const { status, stdout, stderr } = spawnSync("sh", ["-e", "-c", commands], {
      ...user,
      cwd: home,
      encoding: "utf8",
      env: {
        PATH: `${bin}:${process.env["PATH"] ?? ""}`,
        ...{ HOME: home, PGHOST: home, PGPORT: String(port) },
        PGUSER: "postgres",
      },
    });
    if (status !== 0) throw new Error(`drill: ${stderr || commands}`);
    return stdout;
  };
}

async function takesWrites(address: DatabaseAddress): Promise<boolean> {
  const client = new pg.Client({ ...address, database: "postgres" });
  await client.connect();
  try {
    const { rows } = await client.query<{ is: boolean }>(
      "select not pg_is_in_recovery() as is",
    );
    return rows[0]?.is === true;
  } finally {
    await client.end();
  }
}
