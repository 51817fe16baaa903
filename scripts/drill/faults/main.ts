import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { commonOptions } from "../common-options.ts";
import { printBroken } from "../compare.ts";
import { requirePrograms } from "../required-programs.ts";
import {
  cellsApart,
  controlledCells,
  controlsApart,
  partsApart,
  type Part,
  type Shared,
} from "./parts-apart.ts";
import { cells, isCellName } from "./cells.ts";
import { fileSystems, type FileSystem } from "./loop-disk.ts";
import {
  commandOf,
  figuresOf,
  isKept,
  reportOf,
  type FaultsResult,
} from "./report.ts";
import { runOnDisk } from "./run-disk.ts";
import type { Struck } from "./struck.ts";

const help = `Lets people fill in and send applications over HTTP while something happens to the portal, and compares at the end what
was confirmed with what is there. Some of it happens to a portal that is started as \`npm start\` does, on a disk of its own in a file
(loop device); the rest to two web processes behind HAProxy, two workers, a database server, a mail server, an SFTP server and the
receiver of a web hook; some of that with PgBouncer, Ceph as S3 store and clamd besides; and all programs of it, with the database,
go through nights in which clocks or calendars change. Run as root. Debian 12: apt-get install xfsprogs e2fsprogs haproxy
openssh-server faketime postgresql strace pgbouncer radosgw ceph-mon ceph-osd clamav-daemon
The exit code is 1 when a promise was broken.

  npm run drill -- faults [options]

  --only <names>      of those that --list tells, with commas between (default: all)
  --list              tells what can happen
  --rounds <number>   how often each (default 1)
  --cuts <number>     only power cuts: so many on each of ${fileSystems.join(" and ")}
  --writers <number>  people at the same time (default 4)
  --disk <kind>       ${fileSystems.join(" or ")} (default ext4)
  --control           one power cut with fsync off: confirmed applications must be lost. With --only: each of these
                      without what keeps a promise of it (brakes, the list of what failed, the database's clock), which must
                      be broken: ${controlledCells.slice(0, 7).join(", ")},
                      ${controlledCells.slice(7).join(", ")}
  --report <file>     writes the result as Markdown, and beside it as JSON
`;

const everything = { ...cells, ...cellsApart };

type Options = ReturnType<typeof readOptions>;

/** `npm run drill -- faults` */
export async function faultsDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) console.log(help);
  else if (options.list)
    for (const [name, { about }] of Object.entries(everything))
      console.log(`${name.padEnd(20)} ${about}`);
  else await run(options, words);
}

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      ...commonOptions,
      list: { type: "boolean", default: false },
      only: { type: "string" },
      rounds: { type: "string", default: "1" },
      cuts: { type: "string" },
      writers: { type: "string", default: "4" },
      disk: { type: "string", default: "ext4" },
    },
  }).values;
}

async function run(options: Options, words: readonly string[]): Promise<void> {
  const parts = partsOf(options);
  const folder = await mkdtemp(path.join(os.tmpdir(), "orh-faults-"));
  // The database server runs as another user.
  await chmod(folder, 0o755);
  const results: FaultsResult[] = [];
  const command = commandOf("faults", words);
  try {
    for (const [index, part] of parts.entries()) {
      const own = path.join(folder, String(index));
      await mkdir(own);
      const result = await part.run(own);
      results.push({ ...result, command, stage: part.stage });
      await rm(own, { recursive: true, force: true });
    }
  } finally {
    // Of what a fault left nothing can be said without looking at it.
    if (results.length < parts.length) console.error(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
  await tell(results, options);
}

function partsOf(options: Options): readonly Part[] {
  const names = chosenOf(options);
  const kind = fileSystems.find((name) => name === options.disk);
  if (!kind) throw new Error(`--disk is one of ${fileSystems.join(", ")}`);
  if (process.getuid?.() !== 0) throw new Error("run as root; see --help");
  const shared: Shared = {
    rounds: Number(options.rounds),
    writers: Number(options.writers),
    onStruck: tellStruck,
  };
  const onDisk = (fileSystem: FileSystem, more: Partial<DiskWork>): Part => {
    requirePrograms([`mkfs.${fileSystem}`, "xfs_io", "fallocate"]);
    return {
      stage: `everything on one disk, ${fileSystem}`,
      run: (folder) =>
        runOnDisk({
          folder,
          kind: fileSystem,
          names: names.filter(isCellName),
          ...shared,
          ...more,
        }),
    };
  };
  if (options.control)
    return isOfPowerCut(options)
      ? [onDisk(kind, { names: "control" })]
      : controlsApart(names, shared);
  if (options.cuts !== undefined) {
    const rounds = Number(options.cuts);
    return fileSystems.map((each) =>
      onDisk(each, { names: ["power-cut"], rounds }),
    );
  }
  return [
    ...(names.some(isCellName) ? [onDisk(kind, {})] : []),
    ...partsApart(names, shared),
  ];
}

const isOfPowerCut = ({ only = "power-cut" }: Options) => only === "power-cut";

function chosenOf({ only }: Options): readonly string[] {
  const names = only?.split(",") ?? Object.keys(everything);
  const unknown = names.find((name) => !(name in everything));
  if (unknown !== undefined)
    throw new Error(`no fault "${unknown}"; see --list`);
  return names;
}

type DiskWork = Pick<Parameters<typeof runOnDisk>[0], "names" | "rounds">;

function tellStruck(struck: Struck): void {
  const { cell, about, ...figures } = struck;
  console.log(
    `${cell.padEnd(20)} ${Object.entries(figures)
      .map(
        ([name, value]) =>
          `${name} ${typeof value === "number" ? String(Math.round(value)) : value}`,
      )
      .join(", ")}`,
  );
}

async function tell(
  results: readonly FaultsResult[],
  { report: file }: Options,
): Promise<void> {
  const report = results.map(reportOf).join("\n");
  console.log(`\n${report}`);
  for (const { ledger, findings } of results) {
    for (const [trouble, times] of ledger.troubles)
      console.log(`${String(times)} × ${trouble}`);
    printBroken(findings);
  }
  if (file !== undefined) {
    await writeFile(file, report);
    await writeFile(
      `${file.replace(/\.md$/, "")}.json`,
      `${JSON.stringify(results.map(figuresOf), null, 2)}\n`,
    );
  }
  process.exitCode = results.every(isKept) ? 0 : 1;
}
