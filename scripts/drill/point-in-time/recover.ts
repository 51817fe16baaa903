import {
  closeSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import type { Finding } from "../compare.ts";
import { named, stoppingAt, toTheEnd } from "./guide.ts";
import type { ServerMachine } from "./server.ts";

/** Where the log of changes stood, and when. */
export type Moment = {
  readonly time: string;
  /** File of the log that holds it. */
  readonly logFile: string;
};

/** The guide's recovery, into the data directory `restored`; `undefined`: to the end of the log. Gives the line that says where it stopped. */
export async function recover(
  machine: ServerMachine,
  moment: string | undefined,
): Promise<string> {
  const { guide } = machine;
  machine.type(
    moment === undefined
      ? toTheEnd(guide.putBack)
      : stoppingAt(guide.putBack, moment),
  );
  await machine.start(named.restored);
  const log = machine.logOf(named.restored);
  return /recovery stopping .*/.exec(log)?.[0] ?? "to the end of the log";
}

/** One bit of a table is not as it was: `pg_verifybackup` must tell. */
export function findDamage(machine: ServerMachine): Finding {
  const damaged = path.join(machine.mount, "damaged");
  machine.type(`cp -a ${machine.mount}/${named.base} ${damaged}`);
  flipBit(largestFile(path.join(damaged, "base")));
  const told = tryTo(() => machine.type(`pg_verifybackup ${damaged}`));
  rmSync(damaged, { recursive: true });
  return {
    promise: "pg_verifybackup refuses a base back-up with one wrong bit",
    counted: 1,
    broken: told?.includes("checksum mismatch")
      ? []
      : [told ?? "it finds nothing wrong"],
  };
}

/** The file of the log that holds the moment is gone: the server must not start with what came before. */
export async function findGap(
  machine: ServerMachine,
  { time, logFile }: Moment,
): Promise<Finding> {
  const { mount, guide, data } = machine;
  const kept = path.join(mount, named.log, logFile);
  machine.type(`mv ${kept} ${kept}.away`);
  machine.type(stoppingAt(guide.putBack, time));
  const told = await machine.refuses(named.restored).catch(String);
  machine.type(`mv ${kept}.away ${kept}; rm -r ${data}/${named.restored}`);
  return {
    promise: "a server whose log has a gap before the moment does not start",
    counted: 1,
    broken: /FATAL: .*(recovery ended before|could not locate)/.test(told)
      ? []
      : [told.split("\n").at(-2) ?? "it said nothing"],
  };
}

function tryTo(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (fault) {
    return String(fault);
  }
}

function largestFile(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const [largest = ""] = files.toSorted(
    (a, b) => statSync(b).size - statSync(a).size,
  );
  return largest;
}

function flipBit(file: string): void {
  const handle = openSync(file, "r+");
  const byte = Buffer.alloc(1);
  const at = Math.floor(statSync(file).size / 2);
  readSync(handle, byte, 0, 1, at);
  writeSync(handle, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at);
  closeSync(handle);
}
