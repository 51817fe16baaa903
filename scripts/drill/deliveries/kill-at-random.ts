import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../../../bench/random-numbers.ts";
import type {
  ChildPortal,
  KillKind,
} from "../../../src/main/testing/child-portal.ts";
import type { Receiver } from "./receivers.ts";
import type { Stage } from "./stage.ts";

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
  /** The longest time between two kills; the moment is drawn. */
  readonly pauseMs: number;
  /** The longest time that a receiver stays away. */
  readonly awayMs: number;
  /** How many versions were confirmed up to now: nothing of ours is killed before everybody was served again. */
  readonly confirmed: () => number;
  /** So many more are, before the next is killed. */
  readonly served: number;
  /** Ends it when each part was killed once. */
  readonly stopping: AbortSignal;
  readonly parts: readonly KillName[];
  /** How often each part is killed at most. */
  readonly rounds: number;
  readonly onKill?: (kill: Kill) => void;
};

/** Kills parts of the portal and, at the same time and on its own, receivers, each round in another order. All are there when it resolves. */
export async function killAtRandom(
  input: KillingInput,
): Promise<readonly Kill[]> {
  const kills: Kill[] = [];
  const { portal, receivers } = input.stage;
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
  const { webhook, fitConnect, sftp } = receivers;
  const theirs = {
    webhook: () => takeAway(input, webhook),
    fitConnect: () => takeAway(input, fitConnect),
    ...(sftp && { sftp: () => takeAway(input, sftp) }),
  };
  await Promise.all([
    killInRounds(
      input,
      { strikes: ours, first: () => untilServed(input) },
      kills,
    ),
    killInRounds(
      input,
      { strikes: theirs, first: () => Promise.resolve() },
      kills,
    ),
  ]);
  return kills.toSorted((a, b) => a.atMs - b.atMs);
}

const servedWithinMs = 180_000;

/** Waits until some more were confirmed, so that people get on; not for ever. */
async function untilServed({
  confirmed,
  served,
  stopping,
}: KillingInput): Promise<void> {
  const enough = confirmed() + served;
  const deadline = performance.now() + servedWithinMs;
  while (confirmed() < enough && !stopping.aborted) {
    if (performance.now() > deadline) return;
    await sleep(50);
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
