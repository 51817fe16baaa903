import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { clockLibrary } from "./clock.ts";

/**
 * One clock for many programs, which goes as fast as one likes; their timers go with it. PostgreSQL's own time limits do not: they are
 * signals of the kernel.
 */
export type SharedClock = {
  /** Makes a program live by it. */
  readonly env: Readonly<Record<string, string>>;
  /** For programs that start after it: it is `moment` now, and time goes `rate` times as fast. */
  set(moment: Date, rate: number): Promise<void>;
  /** What time it was there by `performance.now()` here. */
  momentOf(performanceMs: number): Date;
  stop(): Promise<void>;
};

/** From some moment here on. */
type Stretch = {
  readonly fromMs: number;
  readonly moment: number;
  readonly rate: number;
};

/** The file is read anew after so many seconds. */
const cacheSeconds = "1";

/** @see faketime(1), "Sharing": the segment holds when the clock began, for that is what it goes faster from. */
export async function openSharedClock(prefix: string): Promise<SharedClock> {
  const segment = await openSegment();
  const envOf = (file: string) => ({
    LD_PRELOAD: clockLibrary ?? "",
    FAKETIME_SHARED: segment.names,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: cacheSeconds,
  });
  const file = `${prefix}.shared-clock`;
  writeFileSync(file, "+0");
  const stretches: Stretch[] = [];
  return {
    env: envOf(file),
    set: async (moment, rate) => {
      const trial = `${prefix}.trial-clock`;
      writeFileSync(trial, settingOf(0, rate));
      const tried = await look(envOf(trial), rate);
      const ahead = (performance.now() - tried.fromMs) * rate;
      const missing = moment.getTime() - tried.moment - ahead;
      writeFileSync(file, settingOf(Math.round(missing / 1000), rate));
      stretches.push(await look(envOf(file), rate));
    },
    momentOf: (performanceMs) => {
      const own = stretches.findLast(({ fromMs }) => fromMs <= performanceMs);
      const { fromMs, moment, rate } = own ?? stretches[0] ?? unset();
      return new Date(moment + (performanceMs - fromMs) * rate);
    },
    stop: () => segment.close(),
  };
}

function unset(): never {
  throw new Error("drill: the shared clock was not set");
}

function settingOf(seconds: number, rate: number): string {
  const offset = `${seconds < 0 ? "" : "+"}${String(seconds)}`;
  // Also for 1: a program that runs keeps the rate that it had where none is named.
  return `${offset} x${String(rate)}`;
}

/** What time it is there, by the quickest of some looks. */
async function look(
  env: Readonly<Record<string, string>>,
  rate: number,
): Promise<Stretch> {
  const looks = [];
  for (let times = 0; times < 8; times += 1) {
    const before = performance.now();
    const { stdout } = await promisify(execFile)("date", ["+%s.%N"], {
      env: { ...process.env, ...env },
    });
    const after = performance.now();
    looks.push({
      fromMs: (before + after) / 2,
      tookMs: after - before,
      moment: Number(stdout) * 1000,
      rate,
    });
  }
  const [best] = looks.toSorted((a, b) => a.tookMs - b.tookMs);
  return best ?? unset();
}

/** libfaketime's shared memory; it lives as long as the program that `faketime` runs. */
async function openSegment() {
  const holder = spawn(
    "faketime",
    ["-m", "-f", "+0", "sh", "-c", 'echo "$FAKETIME_SHARED"; exec cat'],
    { stdio: ["pipe", "pipe", "inherit"], env: plainEnv() },
  );
  const lines = createInterface({ input: holder.stdout });
  const said: unknown[] = await once(lines, "line");
  const names = String(said[0]);
  const [semaphore = "", memory = ""] = names.split(" ");
  // The database server runs as another user.
  chmodSync(`/dev/shm/sem.${semaphore.slice(1)}`, 0o666);
  chmodSync(`/dev/shm/${memory.slice(1)}`, 0o666);
  return {
    names,
    close: async () => {
      const ended = once(holder, "exit");
      holder.stdin.end();
      await ended;
    },
  };
}

/** Without a clock of somebody else. */
function plainEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("FAKETIME") && name !== "LD_PRELOAD",
  );
  return Object.fromEntries(kept);
}
