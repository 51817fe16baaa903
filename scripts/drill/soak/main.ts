import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { commonOptions } from "../common-options.ts";
import { printBroken } from "../compare.ts";
import { commandOf, isKept } from "../faults/report.ts";
import { figuresOf, plotOf, reportOf, type SoakResult } from "./report.ts";
import { runSoak } from "./run-soak.ts";

const help = `Lets people fill in and send applications for hours while one part after the other fails, as in \`faults\`: two web processes
behind HAProxy, two workers, a database server and all they hand over to. Two processes are left alone, and what they hold is
looked at all the time. Debian 12: apt-get install haproxy openssh-server libfaketime; run as root. The exit code is 1 when a
promise was broken or memory, open files, dead rows or the age of the queue grow on and on.

  npm run drill -- soak [options]

  --minutes <number>  how long (default 480)
  --faults <number>   it is over after so many, when that comes first
  --applications <number>  the same for confirmed applications
  --every <minutes>   from one fault to the next (default 5)
  --writers <number>  people at the same time (default 4)
  --pause <ms>        between two applications of one (default 4000)
  --control           one web process loses memory: it must be found
  --report <file>     writes the result as Markdown, and beside it as JSON and a plot as SVG; after each fault what there is so far

It ends with a report before its time when its process gets SIGINT (kill -INT, its number is told; not Ctrl-C, which
all processes of the portal would get, too), and at once when it gets that again.
`;

/** `npm run drill -- soak` */
export async function soakDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) console.log(help);
  else await run(options, words);
}

type Options = ReturnType<typeof readOptions>;

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      minutes: { type: "string", default: "480" },
      faults: { type: "string", default: "Infinity" },
      applications: { type: "string", default: "Infinity" },
      every: { type: "string", default: "5" },
      writers: { type: "string", default: "4" },
      pause: { type: "string", default: "4000" },
    },
  }).values;
}

async function run(options: Options, words: readonly string[]): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "orh-soak-"));
  // The database server runs as another user.
  await chmod(folder, 0o755);
  const command = commandOf("soak", words);
  const result = await runSoak({
    folder,
    minutes: Number(options.minutes),
    mostFaults: Number(options.faults),
    mostApplications: Number(options.applications),
    everyMinutes: Number(options.every),
    writers: Number(options.writers),
    pauseMs: Number(options.pause),
    kind: options.control ? "leaking" : "plain",
    onStruck: async ({ cell, confirmed, gapMs }, soFar) => {
      console.log(
        `${new Date().toISOString().slice(11, 19)} ${cell.padEnd(20)} ${String(confirmed)} confirmed, none for ${String(Math.round(gapMs))} ms`,
      );
      await keep({ ...soFar, command, state: "running" }, options.report);
    },
  }).catch((error: unknown) => {
    // Of what a fault left nothing can be said without looking at it.
    console.error(`Kept: ${folder}`);
    throw error;
  });
  await rm(folder, { recursive: true, force: true });
  await tell({ ...result, command, state: "over" }, options.report);
}

async function tell(
  result: SoakResult,
  file: string | undefined,
): Promise<void> {
  console.log(`\n${reportOf(result)}`);
  for (const [trouble, times] of result.ledger.troubles)
    console.log(`${String(times)} × ${trouble}`);
  printBroken(result.findings);
  await keep(result, file);
  process.exitCode = isKept(result) ? 0 : 1;
}

async function keep(
  result: SoakResult,
  file: string | undefined,
): Promise<void> {
  if (file === undefined) return;
  const name = file.replace(/\.md$/, "");
  const plot = `![What processes and database hold over time](${path.basename(name)}.svg)`;
  await writeFile(file, `${reportOf(result)}\n${plot}\n`);
  await writeFile(`${name}.svg`, plotOf(result.samples));
  await writeFile(
    `${name}.json`,
    `${JSON.stringify(figuresOf(result), null, 2)}\n`,
  );
}
