import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { commonOptions } from "../common-options.ts";
import { printBroken } from "../compare.ts";
import { commandOf } from "../faults/report.ts";
import { keepReport } from "../keep-report.ts";
import { databaseUser, requirePrograms } from "../required-programs.ts";
import { proxyNames, type ProxyName } from "../rolling/published-files.ts";
import { seconds } from "../rolling/report.ts";
import { openInterruptibly } from "../rolling/running-program.ts";
import { losingFault, referenceFaults } from "./faults.ts";
import { figuresOf, isKept, reportOf, type ReferenceResult } from "./report.ts";
import {
  runReference,
  type NamedFault,
  type Noticed,
} from "./run-reference.ts";
import { openReferenceStage, type ReferenceStage } from "./stage.ts";

const names = Object.keys(referenceFaults);

const help = `Runs the whole reference set-up of docs/operation on this machine and lets one part of it after the other be replaced or fail
while people read, fill in, attach a file and send; compares at the end what was confirmed with what is there. Three web processes
and two workers in production mode, HAProxy or nginx with TLS and HTTP/2, PgBouncer, three PostgreSQL servers with Patroni and etcd
(v2 API), Ceph as S3 store, clamd, a mail server and the receiver of a web hook. The files of deploy/ are run as they are, with TLS
and passwords; only addresses and folders are changed, and the watchdog is off. Certificates come from an authority of its own.
Debian 12: apt-get install haproxy nginx-light pgbouncer patroni etcd-server postgresql-15 ceph-mon ceph-osd radosgw clamav-daemon openssl;
run as root. The exit code is 1 when a confirmed application was lost or a promise was broken.

  npm run drill -- reference [options]

  --only <names>      ${names.join(",")} (default: all)
  --rounds <number>   how often each (default 1)
  --writers <number>  people who fill in and send (default 4)
  --pause <ms>        between two applications of one (default 500)
  --rate <number>     public pages read in a second (default 20)
  --proxy <name>      ${proxyNames.join(" or ")} (default haproxy)
  --control           no synchronous standby, and standbys that are behind: confirmed applications must be lost
  --report <file>     writes the result as Markdown, and beside it as JSON
  --keep              keeps the folder with logs and configuration

All of it takes about eight minutes, \`--only rolling,failover\` about four.
`;

type Options = ReturnType<typeof readOptions>;

/** `npm run drill -- reference` */
export async function referenceDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) {
    console.log(help);
    return;
  }
  const chosen = chosenFaults(options);
  const proxy = proxyOf(options);
  requirePrograms([
    ...[proxy, "haproxy", "pgbouncer", "patroni", "etcd", "openssl"],
    ...["ceph-mon", "ceph-osd", "radosgw", "/usr/sbin/clamd"],
  ]);
  const user = databaseUser();
  const folder = await mkdtemp(path.join(os.tmpdir(), "orh-reference-"));
  // Servers run as other users.
  await chmod(folder, 0o755);
  const isSynchronous = !options.control;
  const kept = { isKept: options.keep };
  const stage = await openInterruptibly(
    open({ folder, user, proxy, isSynchronous }, kept),
  );
  try {
    await run(stage, { chosen, proxy, words, options });
  } catch (error) {
    // Of what a fault left nothing can be said without looking at it.
    kept.isKept = true;
    throw error;
  } finally {
    await stage.stop();
  }
}

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      only: { type: "string", default: names.join(",") },
      rounds: { type: "string", default: "1" },
      writers: { type: "string", default: "4" },
      pause: { type: "string", default: "500" },
      rate: { type: "string", default: "20" },
      proxy: { type: "string", default: "haproxy" },
      keep: { type: "boolean", default: false },
    },
  }).values;
}

function chosenFaults({ only, control }: Options): readonly NamedFault[] {
  if (control) return [["behind", losingFault]];
  const wanted = only.split(",");
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`no fault "${unknown}"; see --help`);
  return Object.entries(referenceFaults).filter(([name]) =>
    wanted.includes(name),
  );
}

function proxyOf({ proxy }: Options): ProxyName {
  const found = proxyNames.find((name) => name === proxy);
  if (!found) throw new Error(`--proxy is one of ${proxyNames.join(", ")}`);
  return found;
}

/** What ends it takes the folder along, unless it is to be kept by then. */
async function open(
  input: Parameters<typeof openReferenceStage>[0],
  kept: { readonly isKept: boolean },
): Promise<ReferenceStage> {
  const clear = async () => {
    if (kept.isKept) console.log(`Kept: ${input.folder}`);
    else await rm(input.folder, { recursive: true, force: true });
  };
  try {
    const stage = await openReferenceStage(input);
    return {
      ...stage,
      stop: async () => {
        await stage.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

type Run = {
  readonly chosen: readonly NamedFault[];
  readonly proxy: ProxyName;
  readonly words: readonly string[];
  readonly options: Options;
};

async function run(
  stage: ReferenceStage,
  { chosen, proxy, words, options }: Run,
): Promise<void> {
  const begun = performance.now();
  const done = await runReference(stage, {
    faults: chosen,
    rounds: Number(options.rounds),
    writers: Number(options.writers),
    pauseMs: Number(options.pause),
    rate: Number(options.rate),
    onNoticed: tellNoticed,
  });
  const result: ReferenceResult = {
    ...done,
    command: commandOf("reference", words),
    proxy,
    seconds: (performance.now() - begun) / 1000,
  };
  const report = reportOf(result);
  console.log(`\n${report}`);
  for (const [trouble, times] of result.ledger.troubles)
    console.log(`${String(times)} × ${trouble}`);
  await keepReport(options.report, report, figuresOf(result));
  printBroken(result.findings);
  process.exitCode = isKept(result) ? 0 : 1;
}

function tellNoticed({
  cell,
  confirmed,
  troubles,
  gapMs,
  read,
}: Noticed): void {
  console.log(
    `${cell.padEnd(16)} ${String(confirmed)} confirmed, none for ${seconds(gapMs)}; ${String(troubles)} errors shown; ${String(read.failed)} of ${String(read.requests)} pages failed`,
  );
}
