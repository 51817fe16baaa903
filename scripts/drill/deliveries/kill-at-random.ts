import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../../../bench/random-numbers.ts";
import type {
  ChildPortal,
  KillKind,
} from "../../../src/main/testing/child-portal.ts";
import type { Receiver } from "./receivers.ts";
import {
  countArrived,
  receiverNames,
  type ReceiverName,
  type Stage,
} from "./stage.ts";

export const killNames = [
  "web",
  "worker",
  "database",
  "web and database",
  "webhook",
  "fitConnect",
  "sftp",
] as const;

export type KillName = (typeof killNames)[number];

/** One part killed with -9, and started again. */
export type Kill = {
  readonly name: KillName;
  readonly atMs: number;
  /** When it was there again. */
  readonly backAtMs: number;
};

export type KillingInput = {
  readonly stage: Stage;
  readonly random: Random;
  /** A kill comes up to so much later; the moment is drawn. */
  readonly pauseMs: number;
  /** The longest time that a receiver stays away. */
  readonly awayMs: number;
  /** How many versions were confirmed up to now. */
  readonly confirmed: () => number;
  /** So many more are confirmed or arrive somewhere, before the next part of ours is killed. */
  readonly served: number;
  /** So many more arrive at a back office, before it is killed again. */
  readonly received: number;
  /** Ends it when each part was killed once. */
  readonly stopping: AbortSignal;
  readonly parts: readonly KillName[];
  /** How often each part is killed at most. */
  readonly rounds: number;
  readonly onKill?: (kill: Kill) => void;
};

/** Kills parts of the portal, each round in another order, and at the same time receivers, each on its own. All are there when it resolves. */
export async function killAtRandom(
  input: KillingInput,
): Promise<readonly Kill[]> {
  const kills: Kill[] = [];
  const { stage } = input;
  const { portal } = stage;
  const ours = {
    web: async () => {
      await kill(portal, "portal");
      await portal.start();
    },
    worker: () => killWorker(input),
    database: async () => {
      await kill(portal, "database");
      // The web process starts it again; one that was only just starting ends, and is started as its supervisor would.
      await portal.waitUntilReady().catch(() => portal.start());
    },
    "web and database": async () => {
      await kill(portal, "tree");
      await portal.start();
    },
  };
  const served = async () => input.confirmed() + (await countArrived(stage));
  await Promise.all([
    killInRounds(
      input,
      { strikes: ours, first: () => untilMore(input, served, input.served) },
      kills,
    ),
    ...receiverNames.map((name) => killReceiver(input, name, kills)),
  ]);
  return kills.toSorted((a, b) => a.atMs - b.atMs);
}

/** Nothing, where there is no such receiver. */
async function killReceiver(
  input: KillingInput,
  name: ReceiverName,
  kills: Kill[],
): Promise<void> {
  const { stage, received } = input;
  const receiver = stage.receivers[name];
  if (!receiver) return;
  await killInRounds(
    input,
    {
      strikes: { [name]: () => takeAway(input, receiver) },
      first: () => untilMore(input, () => countArrived(stage, name), received),
    },
    kills,
  );
}

const longestWaitMs = 180_000;

/** Waits until some more were confirmed or have arrived, so that all gets on; not for ever, and not while nobody can be asked. */
async function untilMore(
  { stopping }: KillingInput,
  count: () => Promise<number>,
  more: number,
): Promise<void> {
  const start = performance.now();
  let enough: number | undefined;
  while (!stopping.aborted && performance.now() - start < longestWaitMs) {
    const now = await count().catch(() => undefined);
    if (now !== undefined) {
      enough ??= now + more;
      if (now >= enough) return;
    }
    await sleep(250);
  }
}

const killTries = 40;

/**
 * The files that name the processes are not there for a moment after the database was killed. A web process that was only just starting then
 * may have ended by itself: there is nothing to kill, and its supervisor starts it again.
 */
async function kill(portal: ChildPortal, kind: KillKind): Promise<void> {
  for (let tries = 1; tries <= killTries; tries += 1)
    try {
      await portal.kill(kind);
      return;
    } catch {
      await sleep(250);
    }
}

type Strikes = Partial<Readonly<Record<KillName, () => Promise<void>>>>;

async function killInRounds(
  { random, pauseMs, stopping, parts, rounds, onKill }: KillingInput,
  {
    strikes,
    first,
  }: { readonly strikes: Strikes; readonly first: () => Promise<void> },
  kills: Kill[],
): Promise<void> {
  const isOver = (round: number) =>
    round > 0 && (stopping.aborted || round >= rounds);
  for (let round = 0; !isOver(round); round += 1)
    for (const name of shuffled(parts, random)) {
      const strike = strikes[name];
      if (!strike) continue;
      await first();
      await sleep(random.next() * pauseMs);
      if (isOver(round)) return;
      const atMs = Date.now();
      await strike();
      const kill = { name, atMs, backAtMs: Date.now() };
      kills.push(kill);
      onKill?.(kill);
    }
}

async function killWorker({ stage, random }: KillingInput): Promise<void> {
  const worker = random.pick(stage.workers);
  await worker.kill();
  await worker.start();
}

async function takeAway(
  { random, awayMs }: KillingInput,
  receiver: Receiver,
): Promise<void> {
  await receiver.kill();
  await sleep(random.next() * awayMs);
  await receiver.start();
}

function shuffled<Value>(
  values: readonly Value[],
  random: Random,
): readonly Value[] {
  return values
    .map((value) => ({ value, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
