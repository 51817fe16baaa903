import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { commonOptions } from "../common-options.ts";
import { printBroken } from "../compare.ts";
import { commandOf, isKept } from "../faults/report.ts";
import { figuresOf, reportOf, type SoakResult } from "./report.ts";
import { runSoak } from "./run-soak.ts";

const help = `Lets people fill in and send applications for hours while one part after the other fails, as in \`faults\`: two web processes
behind HAProxy, two workers, a database server and all they hand over to. Two processes are left alone, and what they hold is
looked at all the time. Debian 12: apt-get install haproxy openssh-server libfaketime; run as root. The exit code is 1 when a
promise was broken or memory or open files grow on and on.

  npm run drill -- soak [options]

  --minutes <number>  how long (default 480)
  --every <minutes>   from one fault to the next (default 5)
  --writers <number>  people at the same time (default 4)
  --pause <ms>        between two applications of one (default 4000)
  --control           one web process loses memory: it must be found
  --report <file>     writes the result as Markdown, and beside it as JSON
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
  const minutes = Number(options.minutes);
  const result = await runSoak({
    folder,
    minutes,
    everyMinutes: Number(options.every),
    writers: Number(options.writers),
    pauseMs: Number(options.pause),
    kind: options.control ? "leaking" : "plain",
    onStruck: ({ cell, confirmed, gapMs }) => {
      console.log(
        `${new Date().toISOString().slice(11, 19)} ${cell.padEnd(20)} ${String(confirmed)} confirmed, none for ${String(Math.round(gapMs))} ms`,
      );
    },
  }).catch((error: unknown) => {
    // Of what a fault left nothing can be said without looking at it.
    console.error(`Kept: ${folder}`);
    throw error;
  });
  await rm(folder, { recursive: true, force: true });
  const command = commandOf("soak", words);
  await tell({ ...result, command, minutes }, options.report);
}

async function tell(
  result: SoakResult,
  file: string | undefined,
): Promise<void> {
  const report = reportOf(result);
  console.log(`\n${report}`);
  for (const [trouble, times] of result.ledger.troubles)
    console.log(`${String(times)} × ${trouble}`);
  printBroken(result.findings);
  if (file !== undefined) {
    await writeFile(file, report);
    await writeFile(
      `${file.replace(/\.md$/, "")}.json`,
      `${JSON.stringify(figuresOf(result), null, 2)}\n`,
    );
  }
  process.exitCode = isKept(result) ? 0 : 1;
}
