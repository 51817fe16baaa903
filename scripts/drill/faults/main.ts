import { spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { childPortal } from "../../../src/main/testing/child-portal.ts";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { connectOrStartEmbeddedPostgres } from "../../../src/platform/embedded-postgres/index.ts";
import { newLedger, type Ledger } from "../ledger.ts";
import { endWhenInterrupted } from "../rolling/running-program.ts";
import { judge, longestGapMs, waitForAcknowledgements } from "../run-drill.ts";
import { writeApplications } from "../write-applications.ts";
import {
  cells,
  isCellName,
  type Cell,
  type CellName,
  type Stage,
} from "./cells.ts";
import { loseWithoutFsync } from "./control.ts";
import { fileSystems, openLoopDisk, type LoopDisk } from "./loop-disk.ts";
import { figuresOf, isKept, reportOf, type Struck } from "./report.ts";

const help = `Lets people fill in and send applications over HTTP while something happens to the portal, and compares at the end what
was confirmed with what is there. The portal is started as \`npm start\` does, on a disk of its own in a file (loop device).
Debian 12: apt-get install xfsprogs e2fsprogs; run as root. The exit code is 1 when a promise was broken.

  npm run drill -- faults [options]

  --only <names>      of those that --list tells, with commas between (default: all)
  --list              tells what can happen
  --rounds <number>   how often each (default 1)
  --writers <number>  people at the same time (default 4)
  --disk <kind>       ${fileSystems.join(" or ")} (default ext4)
  --control           one power cut with fsync off: confirmed applications must be lost
  --report <file>     writes the result as Markdown, and beside it as JSON
`;

type Options = ReturnType<typeof readOptions>;

/** `npm run drill -- faults` */
export async function faultsDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) console.log(help);
  else if (options.list)
    for (const [name, { about }] of Object.entries(cells))
      console.log(`${name.padEnd(16)} ${about}`);
  else await onDisk(options);
}

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      help: { type: "boolean", short: "h", default: false },
      list: { type: "boolean", default: false },
      only: { type: "string", default: Object.keys(cells).join(",") },
      rounds: { type: "string", default: "1" },
      writers: { type: "string", default: "4" },
      disk: { type: "string", default: "ext4" },
      control: { type: "boolean", default: false },
      report: { type: "string" },
    },
  }).values;
}

function namesIn(options: Options): readonly CellName[] {
  return options.only.split(",").map((name) => {
    if (!isCellName(name)) throw new Error(`no fault "${name}"; see --list`);
    return name;
  });
}

async function onDisk(options: Options): Promise<void> {
  const names = namesIn(options);
  const kind = fileSystems.find((name) => name === options.disk);
  if (!kind) throw new Error(`--disk is one of ${fileSystems.join(", ")}`);
  for (const name of [`mkfs.${kind}`, "xfs_io", "fallocate"])
    if (spawnSync("which", [name]).status !== 0)
      throw new Error(`${name} is not on PATH; see --help`);
  if (process.getuid?.() !== 0) throw new Error("run as root; see --help");
  const parent = await mkdtemp(path.join(os.tmpdir(), "orh-faults-"));
  // The database server runs as another user.
  await chmod(parent, 0o755);
  const disk = openLoopDisk(parent, kind);
  const remove = async () => {
    await disk.remove();
    await rm(parent, { recursive: true, force: true });
  };
  try {
    await onPortal({ disk, names, options });
  } catch (error) {
    // What went wrong is to be told, not what followed from it.
    await remove().catch((after: unknown) => {
      console.error("drill: the disk could not be removed:", after);
    });
    throw error;
  }
  await remove();
}

type Plan = {
  readonly disk: LoopDisk;
  readonly names: readonly CellName[];
  readonly options: Options;
};

async function onPortal({ disk, names, options }: Plan): Promise<void> {
  const dataDir = path.join(disk.folder, "data");
  await mkdir(dataDir);
  const portal = childPortal(dataDir, await freePort());
  endWhenInterrupted(() => portal.stop());
  const stage = { portal, disk };
  try {
    const run = options.control
      ? await loseWithoutFsync(stage, Number(options.writers))
      : await runCells(stage, names, options);
    const findings = await judge(portal, run.ledger);
    await tell({ ...run, findings }, options);
  } finally {
    await portal.stop();
    await stopDatabase(dataDir);
  }
}

/** A portal that died by itself leaves its database server: it would hold the disk. */
async function stopDatabase(dataDir: string): Promise<void> {
  const left = await connectOrStartEmbeddedPostgres({ dataDir }).catch(
    () => undefined,
  );
  await left?.stop();
}

type Told = Pick<
  Parameters<typeof reportOf>[0],
  "struck" | "ledger" | "findings"
>;

async function tell(told: Told, options: Options): Promise<void> {
  const { only, rounds, disk, control } = options;
  const words = control ? " --control" : ` --only ${only} --rounds ${rounds}`;
  const command = `npm run drill -- faults --disk ${disk}${words}`;
  const result = { ...told, disk, command };
  const report = reportOf(result);
  console.log(`\n${report}`);
  for (const [trouble, times] of told.ledger.troubles)
    console.log(`${String(times)} × ${trouble}`);
  for (const { promise, broken } of told.findings)
    for (const each of broken.slice(0, 10))
      console.log(`BROKEN: ${promise}: ${each}`);
  if (options.report !== undefined) {
    await writeFile(options.report, report);
    await writeFile(
      options.report.replace(/\.md$/, "") + ".json",
      `${JSON.stringify(figuresOf(result), null, 2)}\n`,
    );
  }
  process.exitCode = isKept(result) ? 0 : 1;
}

async function runCells(
  stage: Stage,
  names: readonly CellName[],
  options: Options,
): Promise<{ struck: readonly Struck[]; ledger: Ledger }> {
  await stage.portal.start();
  const ledger = newLedger();
  const stopping = new AbortController();
  const losing = new AbortController();
  const writers = Number(options.writers);
  const writing = Array.from({ length: writers }, (_, index) =>
    writeApplications({
      portal: stage.portal,
      name: `w${String(index)}`,
      ledger,
      signal: stopping.signal,
      lost: losing.signal,
    }),
  );
  const struck: Struck[] = [];
  try {
    for (let round = 0; round < Number(options.rounds); round += 1)
      for (const name of names) {
        const one = await strike(stage, name, { ledger, writers });
        struck.push(one);
        console.log(
          `${name.padEnd(16)} ${String(one.confirmed)} confirmed, none for ${String(Math.round(one.gapMs))} ms`,
        );
      }
  } catch (error) {
    // Nobody will confirm any more: the writers must not wait for it.
    losing.abort();
    throw error;
  } finally {
    stopping.abort();
    await Promise.all(writing);
  }
  return { struck, ledger };
}

async function strike(
  stage: Stage,
  name: CellName,
  { ledger, writers }: { readonly ledger: Ledger; readonly writers: number },
): Promise<Struck> {
  const { acknowledged, cutOff } = ledger;
  const first = acknowledged.length;
  const troubles = troublesOf(ledger);
  await waitForAcknowledgements(ledger, writers);
  await sleep(Math.random() * 2_000);
  const lastBefore = acknowledged.length - 1;
  const startedAt = performance.now();
  const cell: Cell = cells[name];
  await cell.strike(stage);
  // An answer may still be under way: everybody was served again when each got one more.
  await waitForAcknowledgements(ledger, 2 * writers);
  return {
    cell: name,
    confirmed: acknowledged.length - first,
    cutOff: ledger.cutOff - cutOff,
    troubles: troublesOf(ledger) - troubles,
    gapMs: longestGapMs(acknowledged.slice(lastBefore)),
    backMs: performance.now() - startedAt,
  };
}

const troublesOf = ({ troubles }: Ledger) =>
  [...troubles.values()].reduce((sum, times) => sum + times, 0);
