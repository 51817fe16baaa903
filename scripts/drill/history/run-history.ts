import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Reachable, Visitor } from "../../../src/main/testing/visitor.ts";
import type { Finding } from "../compare.ts";
import type { Installation } from "../rolling/installation.ts";
import { checkList, listPromises, type ListHistory } from "./check-list.ts";
import {
  checkRegister,
  registerPromises,
  type Anomaly,
  type RegisterHistory,
} from "./check-register.ts";
import { newProgress, type Progress } from "./observe.ts";
import { useList } from "./use-list.ts";
import { useRegister } from "./use-register.ts";

export type HistoryInput = {
  readonly portal: Installation;
  /** Where all read while they write. */
  readonly readFrom: Reachable;
  readonly database: pg.Client;
  readonly caseworkers: readonly Visitor[];
  readonly operations: number;
  /** It ends then, with as many as there are. */
  readonly withinMs: number;
  /** A web process is killed with -9 and started again so often; 0: none is. */
  readonly killEveryMs: number;
  /** Drafts, and Vorgänge, that are worked on at the same time. */
  readonly registers: number;
  readonly lists: number;
};

export type HistoryResult = {
  readonly progress: Progress;
  readonly registers: readonly RegisterHistory[];
  readonly lists: readonly ListHistory[];
  readonly kills: number;
  readonly seconds: number;
};

/** People save, note and read until there were so many operations, while web processes are killed. */
export async function runHistory(input: HistoryInput): Promise<HistoryResult> {
  const progress = newProgress(input.operations, input.withinMs);
  const registers: RegisterHistory[] = [];
  const lists: ListHistory[] = [];
  const begun = performance.now();
  const work = async <History>(
    into: History[],
    use: (name: string) => Promise<History>,
  ) => {
    while (!progress.isEnough()) into.push(await use(String(into.length + 1)));
  };
  const done = new AbortController();
  const killing = killInTurn(input, done.signal);
  const telling = setInterval(() => {
    tell(progress, begun);
  }, 30_000);
  try {
    await Promise.all([
      ...Array.from({ length: input.registers }, () =>
        work(registers, (name) =>
          useRegister(input, `draft ${name}`, progress),
        ),
      ),
      ...Array.from({ length: input.lists }, () =>
        work(lists, (name) => useList(input, `Vorgang ${name}`, progress)),
      ),
    ]);
  } finally {
    clearInterval(telling);
    done.abort();
  }
  const seconds = (performance.now() - begun) / 1000;
  return { progress, registers, lists, kills: await killing, seconds };
}

function tell({ operations, target }: Progress, begun: number): void {
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${seconds.toFixed(0)} s: ${String(operations)} of ${String(target)} operations`,
  );
}

/** One web process after the other; gives how many. */
async function killInTurn(
  { portal, killEveryMs }: HistoryInput,
  signal: AbortSignal,
): Promise<number> {
  if (killEveryMs === 0) return 0;
  const webs = portal.members.filter(({ kind }) => kind === "web");
  let kills = 0;
  for (;;) {
    await sleep(killEveryMs, undefined, { signal }).catch(() => undefined);
    const web = webs[kills % webs.length];
    if (signal.aborted || !web) return kills;
    web.signal("SIGKILL");
    await web.stop();
    await web.start();
    kills += 1;
  }
}

/** What was looked at for each promise, and what broke it. */
export function judgeHistory({
  registers,
  lists,
}: HistoryResult): readonly Finding[] {
  const ofRegisters = registers.flatMap(checkRegister);
  const ofLists = lists.flatMap(checkList);
  const appends = sum(lists.map((list) => list.appends.length));
  const listReads = sum(lists.map(({ reads }) => reads.length + 1));
  const reads = sum(registers.map((register) => register.reads.length));
  return [
    ...registerPromises.map((promise) =>
      finding(`a saved draft: ${promise}`, reads, of(ofRegisters, promise)),
    ),
    ...listPromises.map((promise, index) =>
      finding(
        `notes: ${promise}`,
        index < 2 ? appends : listReads,
        of(ofLists, promise),
      ),
    ),
  ];
}

const finding = (
  promise: string,
  counted: number,
  broken: readonly string[],
): Finding => ({ promise, counted, broken: [...broken] });

const of = <Promise extends string>(
  anomalies: readonly Anomaly<Promise>[],
  wanted: Promise,
) =>
  anomalies.filter(({ promise }) => promise === wanted).map(({ what }) => what);

const sum = (numbers: readonly number[]) =>
  numbers.reduce((total, number) => total + number, 0);
