/**
 * The drill: does the portal keep what it confirmed when it is killed again and again? `npm run drill -- --help`.
 * The result of the last one is in docs/durability.md.
 */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../src/main/testing/free-port.ts";
import {
  childPortal,
  type ChildPortal,
} from "../src/main/testing/child-portal.ts";
import { areKept, printBroken } from "./drill/compare.ts";
import { admissionDrill } from "./drill/admission/main.ts";
import { clusterDrill } from "./drill/cluster/main.ts";
import { deliveriesDrill } from "./drill/deliveries/main.ts";
import { failoverDrill } from "./drill/failover/main.ts";
import { fuzzDrill } from "./drill/fuzz/main.ts";
import { faultsDrill } from "./drill/faults/main.ts";
import { historyDrill } from "./drill/history/main.ts";
import { pointInTimeDrill } from "./drill/point-in-time/main.ts";
import { referenceDrill } from "./drill/reference/main.ts";
import { racesDrill } from "./drill/races/main.ts";
import { rollingDrill } from "./drill/rolling/main.ts";
import { soakDrill } from "./drill/soak/main.ts";
import { commandOf } from "./drill/faults/report.ts";
import { keepReport } from "./drill/keep-report.ts";
import { killFigures, killsReport } from "./drill/kills-report.ts";
import { seconds } from "./drill/rolling/report.ts";
import { judge, runRounds, spoil } from "./drill/run-drill.ts";
import { endWhenInterrupted } from "./drill/rolling/running-program.ts";

const help = `Starts the real portal in a temporary folder, lets people fill in and send applications over HTTP,
kills the portal, the whole process tree or the database server with -9, and compares at the end what
was confirmed with what is there. The exit code is 1 when a promise was broken.

  npm run drill -- [options]
  npm run drill -- rolling --help    replaces all processes of an installation under load
  npm run drill -- deliveries --help kills back offices, too, and lets them answer with faults
  npm run drill -- faults --help     freezes parts, fills the disk and cuts the power under load
  npm run drill -- failover --help   takes the primary database away under load
  npm run drill -- reference --help  runs the whole reference set-up, and replaces or kills one part after the other
  npm run drill -- cluster --help    installs and upgrades on a real Kubernetes of this machine
  npm run drill -- races --help      lets many do the same at the same time
  npm run drill -- admission --help  lets twenty times as many come to one form as there are places
  npm run drill -- history --help    checks who read what, after what was acknowledged
  npm run drill -- point-in-time --help  goes back to a moment between two applications
  npm run drill -- soak --help       hours with one fault after the other: what grows?
  npm run drill -- fuzz --help       sends broken input to every reader and to the running portal

  --rounds <number>   kills in all, each part in turn (default 50)
  --writers <number>  people at the same time (default 6)
  --work <ms>         longest time they work before a kill; the moment is drawn (default 2000)
  --control           damages the result before comparing: the comparison must turn red
  --report <file>     writes the result as Markdown, and beside it as JSON
  --keep              keeps the folder for looking into it
  --help
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h", default: false },
      rounds: { type: "string", default: "50" },
      writers: { type: "string", default: "6" },
      work: { type: "string", default: "2000" },
      control: { type: "boolean", default: false },
      report: { type: "string" },
      keep: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return;
  }
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "orh-drill-"));
  const portal = childPortal(dataDir, await freePort());
  const tidy = async () => {
    await portal.stop();
    if (values.keep) console.log(`Kept: ${dataDir}`);
    else await rm(dataDir, { recursive: true, force: true });
  };
  endWhenInterrupted(tidy);
  try {
    const isKept = await drill(portal, {
      rounds: Number(values.rounds),
      writers: Number(values.writers),
      workMs: Number(values.work),
      isControl: values.control,
      file: values.report,
    });
    process.exitCode = isKept ? 0 : 1;
  } finally {
    await tidy();
  }
}

type Options = {
  readonly rounds: number;
  readonly writers: number;
  readonly workMs: number;
  readonly isControl: boolean;
  readonly file: string | undefined;
};

/** True when every promise was kept. */
async function drill(
  portal: ChildPortal,
  { isControl, file, ...options }: Options,
): Promise<boolean> {
  await portal.start();
  const startedAt = performance.now();
  const { rounds, ledger } = await runRounds({
    portal,
    ...options,
    onRound: ({ kind, acknowledged, gapMs }) => {
      console.log(
        `killed ${kind.padEnd(8)} ${String(acknowledged).padStart(4)} confirmed, none for ${seconds(gapMs)}`,
      );
    },
  });
  const lastedMs = performance.now() - startedAt;
  console.log(`\nwaiting for the deliveries after ${seconds(lastedMs)}\n`);
  const findings = await judge(portal, ledger, isControl ? spoil : undefined);
  const command = commandOf("", process.argv.slice(2)).replace("--  ", "-- ");
  const result = { command, lastedMs, rounds, ledger, findings };
  const report = killsReport(result);
  console.log(report);
  for (const [trouble, times] of ledger.troubles)
    console.log(`${times} × ${trouble}`);
  printBroken(findings);
  await keepReport(file, report, killFigures(result));
  return areKept(findings);
}

const [kind, ...words] = process.argv.slice(2);
if (kind === "rolling") await rollingDrill(words);
else if (kind === "failover") await failoverDrill(words);
else if (kind === "cluster") await clusterDrill(words);
else if (kind === "deliveries") await deliveriesDrill(words);
else if (kind === "fuzz") await fuzzDrill(words);
else if (kind === "faults") await faultsDrill(words);
else if (kind === "history") await historyDrill(words);
else if (kind === "point-in-time") await pointInTimeDrill(words);
else if (kind === "reference") await referenceDrill(words);
else if (kind === "races") await racesDrill(words);
else if (kind === "admission") await admissionDrill(words);
else if (kind === "soak") await soakDrill(words);
else await main();
