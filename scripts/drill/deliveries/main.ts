import { randomInt } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { commonOptions } from "../common-options.ts";
import { printBroken } from "../compare.ts";
import { openInterruptibly } from "../rolling/running-program.ts";
import { readFigures } from "./figures.ts";
import { arrivalsChart } from "./arrivals-chart.ts";
import { killNames } from "./kill-at-random.ts";
import { commandOf } from "../faults/report.ts";
import { besides, keepReport } from "../keep-report.ts";
import { isKept, reportOf } from "./report.ts";
import { runDeliveries, type DeliveriesResult } from "./run-deliveries.ts";
import { spoil } from "./spoil.ts";
import { missingForSsh, sshServerVersion } from "./ssh-server.ts";
import { openStage, type Stage } from "./stage.ts";

const help = `People apply over HTTP and correct what they have sent, while web process, workers, database and the back offices (web hook, FIT-Connect,
SFTP) are killed with -9 and started again at random, and the back offices answer with faults. At the end each of them, and a folder, must
have every confirmed version of every application exactly once and in order. SFTP is Debian's OpenSSH server (apt-get install
openssh-server); without it, it is left out. The exit code is 1 when a promise was broken.

  npm run drill -- deliveries [options]

  --submissions <number>  applications that are confirmed in all (default 2000)
  --seed <number>         of what is drawn: kills, faults, corrections (default: drawn and told)
  --writers <number>      people at the same time (default 8)
  --workers <number>      worker processes (default 2)
  --faults <percent>      of the calls of the web hook that meet a fault; of FIT-Connect a fifth of it (default 15)
  --served <number>       so many versions are confirmed, or arrive somewhere, between two kills of our parts (default 200)
  --received <number>     so many arrive at a back office between two kills of it (default 100)
  --pause <ms>            a kill comes up to so much later, at a moment that is drawn (default 8000)
  --away <ms>             longest time that a killed back office stays away (default 3000)
  --settle <minutes>      longest time until all is delivered after the last kill (default 60)
  --minutes <number>      after so many nobody begins another application, however few there are (default 240)
  --control               the web hook ignores the idempotency key, and records are taken away and change places before comparing: it must turn red
  --report <file>         writes the result as Markdown, and beside it as JSON, and a plot as SVG
  --keep                  keeps the folder for looking into it
`;

/** `npm run drill -- deliveries` */
export async function deliveriesDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) {
    console.log(help);
    return;
  }
  const seed = Number(options.seed ?? randomInt(1_000_000));
  console.log(`seed ${seed}`);
  const missing = missingForSsh();
  if (missing !== undefined) console.log(`SFTP is left out: ${missing}`);
  const folder = await mkdtemp(path.join(os.tmpdir(), "orh-deliveries-"));
  try {
    const stage = await openInterruptibly(
      openStage({
        folder,
        seed,
        workers: Number(options.workers),
        share: Number(options.faults) / 100,
        hangs: true,
        ignoresKeys: options.control,
      }),
    );
    try {
      await run(stage, seed, { options, words });
    } finally {
      await stage.stop();
    }
  } finally {
    if (options.keep) console.log(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

type Options = ReturnType<typeof readOptions>;

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      submissions: { type: "string", default: "2000" },
      seed: { type: "string" },
      writers: { type: "string", default: "8" },
      workers: { type: "string", default: "2" },
      faults: { type: "string", default: "15" },
      served: { type: "string", default: "200" },
      received: { type: "string", default: "100" },
      pause: { type: "string", default: "8000" },
      away: { type: "string", default: "3000" },
      settle: { type: "string", default: "60" },
      minutes: { type: "string", default: "240" },
      keep: { type: "boolean", default: false },
    },
  }).values;
}

type Typed = { readonly options: Options; readonly words: readonly string[] };

async function run(
  stage: Stage,
  seed: number,
  { options, words }: Typed,
): Promise<void> {
  const result = await runDeliveries({
    stage,
    seed,
    submissions: Number(options.submissions),
    writers: Number(options.writers),
    longestMs: Number(options.minutes) * 60_000,
    parts: killNames,
    rounds: Infinity,
    served: Number(options.served),
    received: Number(options.received),
    pauseMs: Number(options.pause),
    awayMs: Number(options.away),
    settleWithinMs: Number(options.settle) * 60_000,
    lastShare: 0.05,
    hurries: false,
    ...(options.control && { spoil }),
    onKill: ({ name, atMs, backAtMs }, { versions }) => {
      console.log(
        `killed ${name.padEnd(16)} there again after ${String(backAtMs - atMs).padStart(5)} ms; ${versions.length} versions confirmed`,
      );
    },
  });
  await tell(stage, result, { seed, options, words });
}

async function tell(
  stage: Stage,
  result: DeliveriesResult,
  { seed, options, words }: Typed & { readonly seed: number },
): Promise<void> {
  const command = commandOf("deliveries", words);
  const ssh = missingForSsh() === undefined ? sshServerVersion() : "left out";
  const figures = await readFigures(stage, result);
  const report = reportOf({ command, seed, ssh, result, figures });
  console.log(`\n${report}`);
  for (const [trouble, times] of result.ledger.troubles)
    console.log(`${times} × ${trouble}`);
  printBroken(result.findings);
  const { ledger, findings } = result;
  await keepReport(options.report, report, {
    command,
    seed,
    confirmed: ledger.acknowledged.length,
    sentAgain: ledger.cutOff,
    troubles: Object.fromEntries(ledger.troubles),
    findings,
    figures,
  });
  if (options.report !== undefined)
    await writeFile(besides(options.report, "svg"), arrivalsChart(result));
  process.exitCode = isKept(result) ? 0 : 1;
}
