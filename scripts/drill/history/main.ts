import { parseArgs } from "node:util";
import pg from "pg";
import {
  visitorOf,
  type Reachable,
  type Visitor,
} from "../../../src/main/testing/visitor.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import { binariesIn } from "../../../src/platform/embedded-postgres/index.ts";
import { commonOptions } from "../common-options.ts";
import { areKept, printBroken, type Finding } from "../compare.ts";
import { keepReport } from "../keep-report.ts";
import type { Installation } from "../rolling/installation.ts";
import { requirePrograms } from "../rolling/main.ts";
import { machine, promisesOf } from "../rolling/report.ts";
import { withInstallation } from "../rolling/with-installation.ts";
import { drilledLabel, insist } from "./observe.ts";
import { judgeHistory, runHistory, type HistoryResult } from "./run-history.ts";
import { installedPostgres } from "./standby.ts";
import { withStaleWeb } from "./with-stale-web.ts";
import { signInStaff } from "../sign-in-staff.ts";

const help = `Writes down who saved, noted and read what and when, on three web processes behind HAProxy that are killed with -9 in turn, and
checks the whole history: what was acknowledged is read by whoever reads next, in whichever process, and stands at the end, once and in
order. Needs haproxy and pgbouncer on PATH (Debian: apt-get install haproxy pgbouncer), the control postgresql, too. The exit code is 1
when the history has an anomaly.

  npm run drill -- history [options]

  --operations <number>  reads and writes that were answered (default 100000)
  --minutes <number>     ends then, with as many as there are (default 60)
  --kill-every <s>       a web process is killed so often (default 20; 0: never)
  --registers <number>   drafts at the same time, each with one who saves and three who read (default 3)
  --lists <number>       Vorgänge at the same time, each with four who note and read (default 1)
  --control              reads go to a web process on a hot standby that is half a second behind: what it shows is stale, and must be
                         found (1000 operations unless told otherwise, nothing is killed)
  --report <file>        writes the result as Markdown, and beside it as JSON
  --keep                 keeps the folder with logs and configuration
`;

/** `npm run drill -- history` */
export async function historyDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) {
    console.log(help);
    return;
  }
  requirePrograms("haproxy");
  const bin = options.control ? requirePostgres() : undefined;
  await withInstallation(
    {
      name: "history",
      keeps: options.keep,
      webs: 3,
      workers: 1,
      drainSeconds: 0,
      tries: "again",
      ...(bin !== undefined && { binaries: binariesIn(bin) }),
    },
    async (installation, primary) => {
      if (bin === undefined) await run(installation, primary, options);
      else
        await withStaleWeb({ bin, installation, primary }, (readFrom) =>
          run(installation, primary, { ...options, readFrom }),
        );
    },
  );
}

function readOptions(words: readonly string[]) {
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      operations: { type: "string" },
      minutes: { type: "string", default: "60" },
      "kill-every": { type: "string" },
      registers: { type: "string", default: "3" },
      lists: { type: "string", default: "1" },
      keep: { type: "boolean", default: false },
    },
  });
  const {
    operations = values.control ? "1000" : "100000",
    "kill-every": killEvery = values.control ? "0" : "20",
  } = values;
  return { ...values, operations, killEvery };
}

type Options = ReturnType<typeof readOptions> & {
  /** Default: the proxy, as everything else. */
  readonly readFrom?: Reachable;
};

function requirePostgres(): string {
  const bin = installedPostgres();
  if (bin === undefined)
    throw new Error(
      "pg_basebackup is not installed (Debian: apt-get install postgresql)",
    );
  return bin;
}

async function run(
  portal: Installation,
  address: DatabaseAddress,
  options: Options,
): Promise<void> {
  const database = new pg.Client(address);
  await database.connect();
  try {
    const result = await runHistory({
      portal,
      readFrom: options.readFrom ?? portal,
      database,
      caseworkers: await signIn(portal),
      operations: Number(options.operations),
      withinMs: Number(options.minutes) * 60_000,
      killEveryMs: Number(options.killEvery) * 1000,
      registers: Number(options.registers),
      lists: Number(options.lists),
    });
    const findings = judgeHistory(result);
    const report = reportOf(result, findings, options);
    console.log(`\n${report}`);
    const { progress, registers, lists, kills, seconds } = result;
    await keepReport(options.report, report, {
      ...{ operations: progress.operations, kills, seconds },
      ...{ drafts: registers.length, vorgaenge: lists.length },
      failures: Object.fromEntries(progress.failures),
      findings,
    });
    printBroken(findings);
    process.exitCode = areKept(findings) ? 0 : 1;
  } finally {
    await database.end();
  }
}

/** Two caseworkers, each in two browsers. */
function signIn(portal: Installation): Promise<readonly Visitor[]> {
  return Promise.all(
    ["kevin", "samira", "kevin", "samira"].map((name) =>
      insist(async () => {
        const visitor = visitorOf(portal, drilledLabel);
        await signInStaff(visitor, `${name}@schwerin.example`);
        return visitor;
      }),
    ),
  );
}

function reportOf(
  { progress, registers, lists, kills, seconds }: HistoryResult,
  findings: readonly Finding[],
  { operations, control }: Options,
): string {
  const failed = [...progress.failures];
  return [
    `\`npm run drill -- history --operations ${operations}${control ? " --control" : ""}\` on ${new Date().toISOString().slice(0, 10)}, ${machine()}, Node ${process.version}; three web processes behind HAProxy, ${control ? "reads go to a fourth on a standby half a second behind" : `one killed with -9 ${String(kills)} times in turn`}; ${seconds.toFixed(0)} s, ${String(progress.operations)} operations on ${String(registers.length)} drafts and ${String(lists.length)} Vorgänge.`,
    "",
    ...promisesOf(findings),
    "",
    `Not answered, or refused: ${failed.length === 0 ? "none" : failed.map(([what, times]) => `${String(times)} × ${what}`).join(", ")}.`,
    "",
  ].join("\n");
}
