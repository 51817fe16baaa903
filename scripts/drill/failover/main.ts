import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { freePort } from "../../../src/main/testing/free-port.ts";
import type { DatabaseAddress } from "../../../src/platform/database/database.ts";
import {
  areKept,
  compare,
  printBroken,
  waitUntilDelivered,
  type Finding,
} from "../compare.ts";
import { newLedger, type Ledger } from "../ledger.ts";
import {
  openInstallation,
  type Installation,
} from "../rolling/installation.ts";
import { commandOf } from "../faults/report.ts";
import { keepReport } from "../keep-report.ts";
import { databaseUser, requirePrograms } from "../required-programs.ts";
import { seconds } from "../rolling/report.ts";
import { endWhenInterrupted } from "../rolling/running-program.ts";
import { longestGapMs, waitForAcknowledgements } from "../run-drill.ts";
import { writeApplications } from "../write-applications.ts";
import {
  startDatabaseCluster,
  type DatabaseCluster,
} from "./database-cluster.ts";
import { faults, losingFault, type Fault, type FaultName } from "./faults.ts";
import { reportOf, type FailoverResult, type Struck } from "./report.ts";

const help = `Takes the primary database away while people send, and compares at the end what was confirmed with what is there: three
PostgreSQL servers with Patroni and etcd (v2 API), HAProxy, PgBouncer, two web processes and a worker, with the files of deploy/.
Debian 12: apt-get install patroni etcd-server postgresql-15 haproxy pgbouncer; run as root (the servers run as "postgres").
The exit code is 1 when a confirmed application was lost or a promise was broken.

  npm run drill -- failover [options]

  --faults <names>    ${Object.keys(faults).join(",")} (default: all)
  --rounds <number>   how often each (default 1)
  --writers <number>  people who fill in and send, without a pause (default 4)
  --etcd3             control: etcd's v3 API, with which Debian's Patroni 3.0.2 can lose what was confirmed when a frozen primary is thawed:
                      freeze, --rounds times (default 5); not every round loses something
  --control           no synchronous standby, and standbys that are behind: confirmed applications must be lost
  --report <file>     writes the result as Markdown, and beside it as JSON
  --keep              keeps the folder with logs and configuration
`;

const patienceMs = 60_000;

/** `npm run drill -- failover` */
export async function failoverDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) {
    console.log(help);
    return;
  }
  requirePrograms(["haproxy", "pgbouncer", "patroni", "etcd"]);
  const user = databaseUser();
  const folder = await mkdtemp(path.join(os.tmpdir(), "orh-failover-"));
  endWhenInterrupted(() => Promise.resolve());
  // The servers run as another user.
  await chmod(folder, 0o755);
  const cluster = await startDatabaseCluster({
    folder: path.join(folder, "database"),
    user,
    firstPort: 30_000 + ((await freePort()) % 10_000),
    isSynchronous: !options.control,
    etcdApi: options.etcd3 ? "v3" : "v2",
  });
  try {
    const address = await createDatabase(cluster);
    const installation = await openInstallation({
      folder,
      server: address,
      webs: 2,
      workers: 1,
      drainSeconds: 0,
      tries: "again",
      poolerUser: user,
    });
    try {
      await run(
        { cluster, installation, address },
        { options, command: commandOf("failover", words) },
      );
    } finally {
      await installation.stop();
    }
  } finally {
    await cluster.stop();
    if (options.keep) console.log(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      help: { type: "boolean", short: "h", default: false },
      faults: { type: "string", default: Object.keys(faults).join(",") },
      rounds: { type: "string" },
      writers: { type: "string", default: "4" },
      control: { type: "boolean", default: false },
      etcd3: { type: "boolean", default: false },
      report: { type: "string" },
      keep: { type: "boolean", default: false },
    },
  }).values;
}

async function createDatabase(
  cluster: DatabaseCluster,
): Promise<DatabaseAddress> {
  const address = { host: "127.0.0.1", port: cluster.port, user: "postgres" };
  await withClient({ ...address, database: "postgres" }, (client) =>
    client.query("create database openrathaus"),
  );
  return { ...address, database: "openrathaus" };
}

async function withClient<T>(
  address: DatabaseAddress,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(address);
  // A primary that goes takes the connection along.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The options, and all of what was typed. */
type Typed = {
  readonly options: ReturnType<typeof readOptions>;
  readonly command: string;
};

type Stage = {
  readonly cluster: DatabaseCluster;
  readonly installation: Installation;
  readonly address: DatabaseAddress;
};

async function run(stage: Stage, { options, command }: Typed): Promise<void> {
  const { rounds = options.etcd3 ? "5" : "1" } = options;
  const chosen = Array.from({ length: Number(rounds) }, () =>
    faultsOf(options),
  ).flat();
  const ledger = newLedger();
  const stopping = new AbortController();
  const lost = new AbortController();
  const writers = Number(options.writers);
  const writing = Array.from({ length: writers }, (_, index) =>
    writeApplications({
      portal: stage.installation,
      name: `w${index}`,
      ledger,
      signal: stopping.signal,
      lost: lost.signal,
    }),
  );
  const { struck, whole } = await strikeAll(stage, chosen, {
    ledger,
    writers,
  });
  stopping.abort();
  // Whose draft was lost gets no confirmation any more.
  setTimeout(() => {
    lost.abort();
  }, patienceMs).unref();
  await Promise.all(writing);
  const judged = await judge(stage, ledger);
  const findings = [...judged.findings, whole];
  const etcdApi = options.etcd3 ? "v3" : "v2";
  await tell(
    { ...judged, struck, ledger, findings, command, etcdApi },
    options.report,
  );
}

type Writers = { readonly ledger: Ledger; readonly writers: number };

/** One fault after the other. When the servers do not come back, what was confirmed is counted all the same. */
async function strikeAll(
  stage: Stage,
  chosen: readonly (readonly [FaultName, Fault])[],
  writers: Writers,
): Promise<{ readonly struck: readonly Struck[]; readonly whole: Finding }> {
  const struck: Struck[] = [];
  const stuck: string[] = [];
  try {
    for (const [name, fault] of chosen) {
      const result = await strike(stage, fault, writers);
      struck.push({ fault: name, ...result });
      console.log(`${name}: nothing confirmed for ${seconds(result.gapMs)}`);
    }
  } catch (fault) {
    stuck.push(fault instanceof Error ? fault.message : String(fault));
  }
  return {
    struck,
    whole: {
      promise: "the database servers are whole again without a person",
      counted: struck.length + stuck.length,
      broken: stuck,
    },
  };
}

async function tell(
  input: FailoverResult,
  file: string | undefined,
): Promise<void> {
  const { ledger, findings, command } = input;
  const report = reportOf(input);
  console.log(`\n${report}`);
  await keepReport(file, report, {
    command,
    version: input.version,
    struck: input.struck,
    confirmed: ledger.acknowledged.length,
    sentAgain: ledger.cutOff,
    troubles: Object.fromEntries(ledger.troubles),
    findings,
  });
  printBroken(findings);
  const isKept = areKept(findings);
  process.exitCode = isKept && ledger.acknowledged.length > 0 ? 0 : 1;
}

function faultsOf({
  control,
  etcd3,
  faults: names,
}: Typed["options"]): readonly (readonly [FaultName, Fault])[] {
  if (control) return [["behind", losingFault]];
  const chosen = etcd3
    ? (["freeze"] as const)
    : names.split(",").filter(isFaultName);
  return chosen.map((name) => [name, faults[name]]);
}

const isFaultName = (name: string): name is FaultName => name in faults;

async function strike(
  { cluster }: Stage,
  fault: Fault,
  { ledger, writers }: Writers,
): Promise<Omit<Struck, "fault">> {
  const { acknowledged } = ledger;
  await cluster.untilWhole();
  const first = acknowledged.length;
  await waitForAcknowledgements(ledger, writers);
  await sleep(Math.random() * 2_000);
  const lastBefore = acknowledged.length - 1;
  const heal = await fault.strike(cluster);
  await waitForAcknowledgements(ledger, 2 * writers);
  await heal();
  await cluster.untilWhole();
  await waitForAcknowledgements(ledger, writers);
  return {
    confirmed: acknowledged.length - first,
    gapMs: longestGapMs(acknowledged.slice(lastBefore)),
  };
}

async function judge(
  { address, installation }: Stage,
  ledger: Ledger,
): Promise<{ findings: readonly Finding[]; version: string }> {
  return withClient(address, async (database) => {
    await waitUntilDelivered(database, 600_000);
    const { rows } = await database.query<{ server_version: string }>(
      "show server_version",
    );
    return {
      findings: await compare({ portal: installation, database, ledger }),
      version: rows[0]?.server_version ?? "unknown",
    };
  });
}
