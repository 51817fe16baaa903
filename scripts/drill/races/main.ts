import { parseArgs } from "node:util";
import { commonOptions } from "../common-options.ts";
import pg from "pg";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import {
  areKept,
  printBroken,
  waitUntilDelivered,
  type Finding,
} from "../compare.ts";
import { commandOf } from "../faults/report.ts";
import { keepReport } from "../keep-report.ts";
import { machine, promisesOf } from "../rolling/report.ts";
import type { Installation } from "../rolling/installation.ts";
import { requirePrograms } from "../rolling/main.ts";
import { withInstallation } from "../rolling/with-installation.ts";
import { judgeRaces, spoilRaces } from "./judge-races.ts";
import { dropKeys } from "./drop-keys.ts";
import { newRecord, race, signInCaseworkers } from "./race.ts";

const help = `Lets many do the same thing at the same time, on three web processes and two workers: send one draft, change one Vorgang, take
it, note on it; and compares what each was told with what is there. Needs haproxy and pgbouncer on PATH (Debian: apt-get install
haproxy pgbouncer). The exit code is 1 when somebody was told what is not so.

  npm run drill -- races [options]

  --rounds <number>   applications (default 100)
  --minutes <number>  ends after so many, however many applications that were
  --at-once <number>  so many at the same time (default 50)
  --control           the portal takes no locks and asks for no order, and two unique keys are gone from the database: what is
                      sent, changed and handed over must be there more than once
  --damage            damages the result before comparing: every promise but the last must be broken (two rounds at least)
  --report <file>     writes the result as Markdown, and beside it as JSON
  --keep              keeps the folder with logs and configuration
`;

/** `npm run drill -- races` */
export async function racesDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) {
    console.log(help);
    return;
  }
  requirePrograms("haproxy");
  await withInstallation(
    {
      name: "races",
      keeps: options.keep,
      webs: 3,
      workers: 2,
      drainSeconds: 0,
      tries: "once",
      ...(options.control && { without: "locks" }),
    },
    (portal, address) =>
      run({ portal, address, command: commandOf("races", words) }, options),
  );
}

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      rounds: { type: "string", default: "100" },
      minutes: { type: "string" },
      "at-once": { type: "string", default: "50" },
      damage: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    },
  }).values;
}

type RunOptions = ReturnType<typeof readOptions>;

type Stage = {
  readonly portal: Installation;
  readonly address: DatabaseAddress;
  /** What was typed. */
  readonly command: string;
};

async function run(
  { portal, address, command }: Stage,
  options: RunOptions,
): Promise<void> {
  const database = new pg.Client(address);
  await database.connect();
  try {
    const caseworkers = await signInCaseworkers(portal, database);
    const record = newRecord();
    if (options.control) await dropKeys(database);
    const atOnce = Number(options["at-once"]);
    const beganAt = performance.now();
    const isOver = () =>
      record.sent.length >= Number(options.rounds) ||
      performance.now() - beganAt >= Number(options.minutes) * 60_000;
    while (!isOver())
      await race({ portal, database, caseworkers, atOnce, record });
    const seconds = (performance.now() - beganAt) / 1000;
    await waitUntilDelivered(database, options.control ? 60_000 : 300_000);
    if (options.damage) await spoilRaces({ database, record });
    const findings = await judgeRaces({
      portal,
      database,
      caseworkers,
      record,
    });
    const figures = {
      command,
      rounds: record.sent.length,
      atOnce,
      seconds,
      requests: record.requests,
      refused: record.refused,
      findings,
    };
    await tell(figures, options.report);
  } finally {
    await database.end();
  }
}

type Told = {
  readonly command: string;
  readonly rounds: number;
  readonly atOnce: number;
  readonly seconds: number;
  readonly requests: number;
  readonly refused: number;
  readonly findings: readonly Finding[];
};

async function tell(figures: Told, file: string | undefined): Promise<void> {
  const { findings } = figures;
  const report = reportOf(figures);
  console.log(`\n${report}`);
  await keepReport(file, report, figures);
  printBroken(findings);
  const isKept = areKept(findings);
  process.exitCode = isKept ? 0 : 1;
}

function reportOf({ command, findings, ...told }: Told): string {
  const { seconds, requests, refused } = told;
  return [
    `\`${command}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}; Node ${process.version}; three web processes, two workers; ${seconds.toFixed(0)} s, ${String(requests)} requests that raced, ${String(refused)} told that somebody was first.`,
    "",
    ...promisesOf(findings),
    "",
  ].join("\n");
}
