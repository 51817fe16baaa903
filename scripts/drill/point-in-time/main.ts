import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { apply } from "../../../src/main/testing/applicant.ts";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { visitorOf } from "../../../src/main/testing/visitor.ts";
import { commonOptions } from "../common-options.ts";
import { areKept, printBroken, type Finding } from "../compare.ts";
import { commandOf } from "../faults/report.ts";
import { installedPostgres } from "../history/standby.ts";
import { keepReport } from "../keep-report.ts";
import { databaseUser, requirePrograms } from "../required-programs.ts";
import {
  openInstallation,
  type Installation,
} from "../rolling/installation.ts";
import { machine, promisesOf, seconds } from "../rolling/report.ts";
import { endWhenInterrupted } from "../rolling/running-program.ts";
import {
  drilledForm,
  drilledPortal,
  newClientAddress,
  patient,
} from "../write-applications.ts";
import { findDamage, findGap, recover, type Moment } from "./recover.ts";
import { newMachine, type ServerMachine } from "./server.ts";

const help = `Goes back to a moment between two applications with the commands of docs/operation/point-in-time.md, as they stand there: a server
keeps its log, a base back-up is made and verified while people send, everything is stopped, and the server starts again on the base
back-up and the log. Needs PostgreSQL and haproxy (Debian: apt-get install postgresql haproxy); run as root (the server runs as "postgres").
The exit code is 1 when an application from before the moment is missing, or one from after it is there.

  npm run drill -- point-in-time [options]

  --applications <number>  before the base back-up, between it and the moment, and after the moment (default 3)
  --control                names no moment: what was sent after it comes back, too, and must be found
  --report <file>          writes the result as Markdown, and beside it as JSON
  --keep                   keeps the folder with logs and data
`;

/** `npm run drill -- point-in-time` */
export async function pointInTimeDrill(
  words: readonly string[],
): Promise<void> {
  const { values: options } = parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      applications: { type: "string", default: "3" },
      keep: { type: "boolean", default: false },
    },
  });
  if (options.help) {
    console.log(help);
    return;
  }
  requirePrograms(["haproxy"]);
  const folder = await mkdtemp(path.join(os.tmpdir(), "orh-point-in-time-"));
  endWhenInterrupted(() => Promise.resolve());
  // The server runs as another user.
  await chmod(folder, 0o755);
  try {
    const told = await onMachine(folder, {
      count: Number(options.applications),
      isControl: options.control,
    });
    await tell(told, commandOf("point-in-time", words), options.report);
  } finally {
    if (options.keep) console.log(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

type Plan = { readonly count: number; readonly isControl: boolean };

type Told = {
  readonly version: string;
  readonly baseMs: number;
  readonly recoveryMs: number;
  /** Words of the server's log. */
  readonly stopped: string;
  readonly findings: readonly Finding[];
};

async function onMachine(folder: string, plan: Plan): Promise<Told> {
  const bin = installedPostgres();
  if (bin === undefined)
    throw new Error("PostgreSQL is not installed (apt-get install postgresql)");
  const server = newMachine({
    ...{ folder, bin, port: await freePort(), user: databaseUser() },
  });
  await server.start("main");
  try {
    server.type("createdb openrathaus");
    const portal = await openInstallation({
      folder,
      server: server.address,
      databasePort: server.address.port,
      ...{ webs: 1, workers: 1, drainSeconds: 0, tries: "once" },
    });
    try {
      return await goBack(server, portal, plan);
    } finally {
      await portal.stop();
    }
  } finally {
    await server.stop();
  }
}

/** The guide from its first step to its last. */
async function goBack(
  server: ServerMachine,
  portal: Installation,
  { count, isControl }: Plan,
): Promise<Told> {
  const before = await sendSome(portal, count);
  const baseMs = timed(() => server.type(server.guide.backUp));
  const between = await sendSome(portal, count);
  const moment = await readMoment(server);
  const after = await sendSome(portal, count);
  await Promise.all(portal.members.map((member) => member.stop()));
  await server.stop();
  const damage = findDamage(server);
  const gap = await findGap(server, moment);
  const start = performance.now();
  const stopped = await recover(server, isControl ? undefined : moment.time);
  const recoveryMs = performance.now() - start;
  const looked = await lookBefore(portal);
  await Promise.all(portal.members.map((member) => member.start()));
  return {
    version: server.type("postgres --version").trim(),
    ...{ baseMs, recoveryMs, stopped },
    findings: [
      await findAt(portal, {
        promise: "confirmed before the base back-up: there",
        sent: before,
        status: 200,
      }),
      await findAt(portal, {
        promise: "confirmed between the base back-up and the moment: there",
        sent: between,
        status: 200,
      }),
      await findAt(portal, {
        promise: "confirmed after the moment: not there",
        sent: after,
        status: 404,
      }),
      await findNext(portal),
      ...[looked, damage, gap],
    ],
  };
}

async function sendOne(portal: Installation): Promise<string> {
  const visitor = patient(visitorOf(portal, drilledPortal), newClientAddress());
  return (await apply(visitor, drilledForm)).reference;
}

async function sendSome(
  portal: Installation,
  count: number,
): Promise<readonly string[]> {
  const sent: string[] = [];
  while (sent.length < count) sent.push(await sendOne(portal));
  return sent;
}

async function readMoment({ address }: ServerMachine): Promise<Moment> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    const { rows } = await client.query<Moment>(
      `select clock_timestamp()::text as time, pg_walfile_name(pg_current_wal_lsn()) as "logFile"`,
    );
    const [moment] = rows;
    if (moment === undefined) throw new Error("drill: the server has no clock");
    return moment;
  } finally {
    await client.end();
  }
}

/** What the guide lets operators look at before people do. */
async function lookBefore(portal: Installation): Promise<Finding> {
  const looks = [
    ["doctor"],
    ["audit", "verify", "--portal", drilledPortal],
  ] as const;
  const broken: string[] = [];
  for (const words of looks)
    await portal.command(words).catch((fault: unknown) => {
      broken.push(`portal ${words.join(" ")}: ${String(fault)}`);
    });
  return {
    promise: "portal doctor and portal audit verify find nothing wrong",
    counted: looks.length,
    broken,
  };
}

type Asked = {
  readonly promise: string;
  readonly sent: readonly string[];
  /** That a receipt must be answered with. */
  readonly status: number;
};

async function findAt(
  portal: Installation,
  { promise, sent, status }: Asked,
): Promise<Finding> {
  const visitor = visitorOf(portal, drilledPortal);
  const broken: string[] = [];
  for (const reference of sent) {
    const answer = await visitor.visit(`/quittung/${reference}`);
    if (answer.status !== status)
      broken.push(`${reference} is answered with ${String(answer.status)}`);
  }
  return { promise, counted: sent.length, broken };
}

/** Going on afterwards: an application is taken, and its receipt is confirmed. */
async function findNext(portal: Installation): Promise<Finding> {
  const promise = "sent after the recovery: there";
  try {
    const sent = [await sendOne(portal)];
    return await findAt(portal, { promise, sent, status: 200 });
  } catch (fault) {
    return { promise, counted: 1, broken: [String(fault)] };
  }
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function tell(
  told: Told,
  command: string,
  file: string | undefined,
): Promise<void> {
  const { version, baseMs, recoveryMs, stopped, findings } = told;
  const report = [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}, Node ${process.version}, ${version}; base back-up with its check ${seconds(baseMs)}, recovery ${seconds(recoveryMs)} (${stopped}).`,
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
  console.log(`\n${report}`);
  await keepReport(file, report, { command, ...told });
  printBroken(findings);
  process.exitCode = areKept(findings) ? 0 : 1;
}
