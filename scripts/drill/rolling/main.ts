import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { commonOptions } from "../common-options.ts";
import pg from "pg";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import {
  areKept,
  compare,
  printBroken,
  waitUntilDelivered,
  type Finding,
} from "../compare.ts";
import type { Installation } from "./installation.ts";
import { commandOf } from "../faults/report.ts";
import { keepReport } from "../keep-report.ts";
import { failuresOf, reportOf, rollingFigures } from "./report.ts";
import { roll, type Rolled } from "./roll.ts";
import { withInstallation } from "./with-installation.ts";

const help = `Replaces every process of an installation while people read and send: workers and web processes behind HAProxy, on a
PostgreSQL behind PgBouncer in transaction mode, with the configuration files of deploy/. Needs haproxy and pgbouncer on PATH
(Debian: apt-get install haproxy pgbouncer). The exit code is 1 when a request failed or a promise was broken.

  npm run drill -- rolling [options]

  --rounds <number>   how often each process is replaced (default 2)
  --webs <number>     web processes (default 3)
  --workers <number>  workers (default 2)
  --writers <number>  people who fill in and send, without a pause (default 3)
  --rate <number>     pages read in a second (default 100)
  --drain <seconds>   DRAIN_SECONDS of the web processes (default 5)
  --proxy <name>      haproxy or nginx (default haproxy; the control needs it)
  --control           web processes do not drain and the proxy tries nothing again: requests must fail
  --report <file>     writes the result as Markdown, and beside it as JSON
  --keep              keeps the folder with logs and configuration
`;

/** `npm run drill -- rolling` */
export async function rollingDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) {
    console.log(help);
    return;
  }
  requirePrograms(options.proxy);
  await withInstallation(
    {
      name: "rolling",
      keeps: options.keep,
      webs: Number(options.webs),
      workers: Number(options.workers),
      drainSeconds: options.control ? 0 : Number(options.drain),
      tries: options.control ? "once" : "again",
      proxy: options.proxy === "nginx" ? "nginx" : "haproxy",
    },
    (installation, address) =>
      run(installation, { ...options, address, words }),
  );
}

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      rounds: { type: "string", default: "2" },
      webs: { type: "string", default: "3" },
      workers: { type: "string", default: "2" },
      writers: { type: "string", default: "3" },
      rate: { type: "string", default: "100" },
      drain: { type: "string", default: "5" },
      proxy: { type: "string", default: "haproxy" },
      keep: { type: "boolean", default: false },
    },
  }).values;
}

/** Throws, with what to install, when the proxy or the pooler is missing. */
export function requirePrograms(proxy: string): void {
  for (const [name, option] of [
    [proxy, "-v"],
    ["pgbouncer", "--version"],
  ] as const)
    if (spawnSync(name, [option]).status !== 0)
      throw new Error(
        `${name} is not on PATH (Debian: apt-get install ${name})`,
      );
}

type RunInput = ReturnType<typeof readOptions> & {
  readonly address: DatabaseAddress;
  readonly words: readonly string[];
};

async function run(
  installation: Installation,
  { address, words, ...options }: RunInput,
): Promise<void> {
  const rolled = await roll({
    installation,
    rounds: Number(options.rounds),
    writers: Number(options.writers),
    readRate: Number(options.rate),
    onReplaced: ({ name, exitCode, stoppedMs, startedMs }) => {
      console.log(
        `${name} ended with ${exitCode ?? "a signal"} after ${Math.round(stoppedMs)} ms, ready again after ${Math.round(startedMs)} ms`,
      );
    },
  });
  const { findings, version } = await judge(installation, rolled, address);
  const result = {
    command: commandOf("rolling", words),
    proxy: options.proxy,
    rolled,
    findings,
    database: `PostgreSQL ${version}`,
  };
  const report = reportOf(result);
  console.log(`\n${report}`);
  await keepReport(options.report, report, rollingFigures(result));
  printBroken(findings);
  process.exitCode = isKept(rolled, findings) ? 0 : 1;
}

function isKept(rolled: Rolled, findings: readonly Finding[]): boolean {
  return (
    failuresOf(rolled) === 0 &&
    rolled.read.requests > 0 &&
    rolled.ledger.acknowledged.length > 0 &&
    rolled.replaced.every(({ exitCode }) => exitCode === 0) &&
    areKept(findings)
  );
}

async function judge(
  installation: Installation,
  { ledger }: Rolled,
  address: DatabaseAddress,
): Promise<{ findings: readonly Finding[]; version: string }> {
  const database = new pg.Client(address);
  await database.connect();
  try {
    await waitUntilDelivered(database, 300_000);
    const { rows } = await database.query<{ server_version: string }>(
      "show server_version",
    );
    return {
      findings: await compare({ portal: installation, database, ledger }),
      version: rows[0]?.server_version ?? "unknown",
    };
  } finally {
    await database.end();
  }
}
