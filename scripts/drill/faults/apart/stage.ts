import path from "node:path";
import pg from "pg";
import {
  binariesIn,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "../../../../src/platform/embedded-postgres/index.ts";
import {
  openInstallation,
  type Installation,
} from "../../rolling/installation.ts";
import { startHookPeer, type HookPeer } from "../peers/hook-peer.ts";
import { startMailPeer, type MailPeer } from "../peers/mail-peer.ts";
import { startSftpPeer, type SftpPeer } from "../peers/sftp-peer.ts";
import type { Protection } from "../../without/protections.ts";
import { startToxicProxy, type ToxicProxy } from "../toxic-proxy.ts";
import { clockEnv, newClock, type Clock } from "./clock.ts";
import { openOffice, type Office } from "./office.ts";

/** Each part a program of its own, and the programs that the portal talks to. */
export type ApartStage = {
  readonly installation: Installation;
  readonly server: EmbeddedPostgres;
  /** Past everything, for looking and for standing in the way. */
  readonly database: pg.Pool;
  /** Between the portal and its database. */
  readonly line: ToxicProxy;
  readonly mail: MailPeer;
  readonly sftp: SftpPeer;
  readonly hook: HookPeer;
  readonly office: Office;
  /** Of one process. */
  clockOf(name: string): Clock;
  readonly time: StageTime;
  stop(): Promise<void>;
};

/** The time that is right there. */
export type StageTime = {
  /** How much faster it goes than here. */
  readonly rate: number;
  /** What it was by `performance.now()` here. */
  momentOf(performanceMs: number): Date;
};

/** A database, and the time that is right there where it is not this machine's. */
export type Timed = Pick<ApartStage, "database"> & {
  readonly time?: StageTime;
};

export const sameTime: StageTime = {
  rate: 1,
  momentOf: (performanceMs) => new Date(performance.timeOrigin + performanceMs),
};

export const nowOn = ({ time = sameTime }: Pick<Timed, "time">): Date =>
  time.momentOf(performance.now());

/** Enough for all processes, and soon eaten up. */
const maxConnections = 90;

type Stops = (() => Promise<unknown>)[];

type More = {
  /** PgBouncer stands before the database in place of the line. */
  readonly hasPooler?: true;
  readonly env?: Readonly<Record<string, string>>;
  /** What only one process gets, by its name. */
  readonly envOf?: (name: string) => Readonly<Record<string, string>>;
  /** Folder with the programs of the database server; by default those that npm installed. */
  readonly programs?: string;
  /** What the portal runs without, for a control. */
  readonly without?: Protection | undefined;
  /** All live by it; none has a clock of its own then. */
  readonly time?: StageTime;
};

/** Two web processes behind HAProxy, two workers, a database that is started again when it ends, and everything the portal hands over to. */
export async function openApartStage(
  folder: string,
  more: More = {},
): Promise<ApartStage> {
  const stops: Stops = [];
  const stop = async () => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const around = await openAround(folder, stops, more.programs);
    const clockOf = clocksIn(folder);
    const installation = await openInstallation({
      folder,
      server: around.server.address,
      ...(!more.hasPooler && { databasePort: around.line.port }),
      webs: 2,
      workers: 2,
      drainSeconds: 0,
      tries: "again",
      without: more.without,
      env: { SMTP_URL: around.mail.url, ...more.env },
      envOf: (name) => ({
        ...(!more.time && clockEnv(clockOf(name))),
        ...more.envOf?.(name),
      }),
    });
    stops.push(() => installation.stop());
    const office = openOffice(installation);
    await office.addDestination("Ablage", "sftp", around.sftp.options);
    await office.addDestination(
      "Fachverfahren",
      "webhook",
      around.hook.options,
    );
    const { time = sameTime } = more;
    return { ...around, installation, office, clockOf, time, stop };
  } catch (error) {
    await stop().catch((after: unknown) => {
      console.error("drill: could not be cleared away:", after);
    });
    throw error;
  }
}

/** All programs but the portal's. */
async function openAround(folder: string, stops: Stops, programs?: string) {
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, "database"),
    maxConnections,
    ...(programs !== undefined && { binaries: binariesIn(programs) }),
  });
  stops.push(() => server.stop());
  const { host, port } = server.address;
  const line = await startToxicProxy({
    path: path.join(host, `.s.PGSQL.${String(port)}`),
  });
  stops.push(() => line.stop());
  const mail = await startMailPeer(path.join(folder, "mail"));
  stops.push(() => mail.stop());
  const sftp = await startSftpPeer(path.join(folder, "sftp"));
  stops.push(() => sftp.stop());
  const hook = await startHookPeer();
  stops.push(() => hook.stop());
  const database = new pg.Pool({ ...server.address, max: 3 });
  database.on("error", () => undefined);
  stops.push(() => database.end());
  return { server, line, mail, sftp, hook, database };
}

function clocksIn(folder: string): (name: string) => Clock {
  const clocks = new Map<string, Clock>();
  return (name) => {
    const clock = clocks.get(name) ?? newClock(path.join(folder, name));
    clocks.set(name, clock);
    return clock;
  };
}
