import path from "node:path";
import { newLedger, type Ledger } from "../ledger.ts";
import { startProgram, until } from "../rolling/running-program.ts";
import { waitForAcknowledgements } from "../run-drill.ts";
import { writeApplications } from "../write-applications.ts";
import { cutPower, type Stage } from "./cells.ts";
import type { Struck } from "./struck.ts";
import { readFile } from "node:fs/promises";
import { execFileSync } from "node:child_process";

const enough = 20;

/** The negative control of the power cut: the same with fsync off. What was confirmed must be missing afterwards. */
export async function loseWithoutFsync(
  { portal, disk }: Stage,
  writers: number,
): Promise<{ struck: readonly Struck[]; ledger: Ledger }> {
  const logFile = path.join(path.dirname(disk.folder), "without-fsync.log");
  // The first start makes the tables; its end leaves them whole on the disk.
  await portal.start();
  await portal.stop();
  const server = startProgram({
    command: process.execPath,
    args: [path.join(import.meta.dirname, "without-fsync.ts"), portal.dataDir],
    logFile,
  });
  await until(async () => (await readFile(logFile, "utf8")).includes("ready"), {
    within: 60_000,
    what: "the database without fsync does not start",
  });
  await portal.start();
  execFileSync("sync");
  const ledger = newLedger();
  const stopping = new AbortController();
  const writing = Array.from({ length: writers }, (_, index) =>
    writeApplications({
      portal,
      name: `w${String(index)}`,
      ledger,
      signal: stopping.signal,
      lost: stopping.signal,
    }),
  );
  await waitForAcknowledgements(ledger, enough);
  // Otherwise it would start the server again.
  server.signal("SIGKILL");
  await cutPower({ portal, disk });
  stopping.abort();
  await Promise.all(writing);
  await portal.start();
  return { struck: [], ledger };
}
