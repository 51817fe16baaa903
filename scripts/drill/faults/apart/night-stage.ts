import { chmodSync, globSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Night } from "./nights.ts";
import type { NightVisits } from "./night-visits.ts";
import { openSharedClock, type SharedClock } from "./shared-clock.ts";
import { openApartStage, type ApartStage } from "./stage.ts";

/** An installation of which every process and the database live by one clock, which goes through a night. */
export type NightStage = ApartStage & {
  readonly night: Night;
  /** What was seen in that night. */
  readonly seen: { visits?: NightVisits };
  /** When the night is over: what is left to do then has the time that it has everywhere. */
  goOn(): Promise<void>;
};

const rate = 10;
const minuteMs = 60_000;
/** For what has to be ready before people begin. */
const leadMs = 15 * minuteMs;
const slackMs = 3 * minuteMs;
/** Longer than it takes to open an installation, in real time. */
const openedWithinMs = 60 * minuteMs;

/** Servers stand in other time zones, or are set to one by mistake: Germany's is none of their business. */
const zones: Readonly<Record<string, string>> = {
  web1: "Europe/Berlin",
  worker1: "America/New_York",
};

/**
 * The kernel writes down when a file was made, by its own clock: a portal that lives in another month would take each upload of this minute for
 * a forgotten one. So each file is as old as it is here.
 */
const filesOfThisTime = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from "node:fs";
  import files from "node:fs/promises";
  import { syncBuiltinESMExports } from "node:module";
  const [, boot] = /btime (\\d+)/.exec(readFileSync("/proc/stat", "utf8"));
  const { stat } = files;
  files.stat = async (...given) => {
    const found = await stat(...given);
    const [up] = readFileSync("/proc/uptime", "utf8").split(" ");
    const age = (Number(boot) + Number(up)) * 1000 - found.mtimeMs;
    found.mtime = new Date(Date.now() - age);
    found.mtimeMs = found.mtime.getTime();
    return found;
  };
  syncBuiltinESMExports();
`)}`;

/** What Debian's package postgresql brings: the programs of npm are not in a folder of their own. */
export const databasePrograms = globSync("/usr/lib/postgresql/*/bin/postgres")
  .toSorted()
  .at(-1);

/** Sown and opened at the pace of this machine; then its time goes faster. */
export async function openNightStage(
  folder: string,
  night: Night,
): Promise<NightStage> {
  const clock = await openSharedClock(path.join(folder, "night"));
  try {
    const begins = night.change.getTime() - night.beforeMinutes * minuteMs;
    const opens = begins - leadMs;
    await clock.set(new Date(opens - openedWithinMs), 1);
    const stage = await openApartStage(folder, {
      env: { ...clock.env, NODE_OPTIONS: `--import=${filesOfThisTime}` },
      envOf: (name) => ({ TZ: zones[name] ?? "UTC" }),
      programs: clockedPrograms(folder, clock),
      time: { rate, momentOf: (ms) => clock.momentOf(ms) },
    });
    const stop = async () => {
      await stage.stop();
      await clock.stop();
    };
    try {
      await changePace(stage, clock, { momentOf: () => new Date(opens), rate });
    } catch (error) {
      await stop();
      throw error;
    }
    const goOn = () =>
      changePace(stage, clock, {
        // The database's must not go back meanwhile.
        momentOf: () =>
          new Date(clock.momentOf(performance.now()).getTime() + slackMs),
        rate: 1,
      });
    return { ...stage, night, seen: {}, goOn, stop };
  } catch (error) {
    await clock.stop();
    throw error;
  }
}

/** The database goes on; it has nothing to do meanwhile. */
async function changePace(
  { installation }: ApartStage,
  clock: SharedClock,
  to: { readonly momentOf: () => Date; readonly rate: number },
): Promise<void> {
  const { members } = installation;
  await Promise.all(members.map((member) => member.stop()));
  await clock.set(to.momentOf(), to.rate);
  await sleep(2_000);
  await Promise.all(members.map((member) => member.start()));
}

/** The server is started with an environment of its own, so that what it is to live by stands in front of it. */
function clockedPrograms(folder: string, { env }: SharedClock): string {
  if (databasePrograms === undefined)
    throw new Error("drill: there is no PostgreSQL; see --help");
  const programs = path.join(folder, "programs");
  mkdirSync(programs);
  const settings = Object.entries(env).map(
    ([name, value]) => `export ${name}='${value}'`,
  );
  for (const name of ["postgres", "initdb"]) {
    const real = path.join(path.dirname(databasePrograms), name);
    const file = path.join(programs, name);
    const lines = ["#!/bin/sh", ...settings, `exec '${real}' "$@"`, ""];
    writeFileSync(file, lines.join("\n"));
    chmodSync(file, 0o755);
  }
  return programs;
}
