import { setTimeout as sleep } from "node:timers/promises";
import { randomNumbers } from "../../../bench/random-numbers.ts";
import type { Finding } from "../compare.ts";
import { readArrivals, type Arrived } from "./arrivals.ts";
import { judgeDeliveries, settle, shareOnTheWay } from "./judge.ts";
import { killAtRandom, type Kill, type KillName } from "./kill-at-random.ts";
import { newDeliveriesLedger, type DeliveriesLedger } from "./ledger.ts";
import { openOffice } from "./office.ts";
import { letPeopleApply } from "./people.ts";
import type { Stage } from "./stage.ts";

export type DeliveriesInput = {
  readonly stage: Stage;
  readonly seed: number;
  readonly submissions: number;
  readonly writers: number;
  /** After so many nobody begins another application. */
  readonly longestMs: number;
  /** So many versions are confirmed or arrive between two kills of the portal's parts. */
  readonly served: number;
  /** So many arrive at a back office between two kills of it. */
  readonly received: number;
  /** What is killed; what is not there is left out. */
  readonly parts: readonly KillName[];
  /** How often each part is killed at most. */
  readonly rounds: number;
  /** A kill comes up to so much later; the moment is drawn. */
  readonly pauseMs: number;
  /** Kills and faults go on until only so many of all deliveries are on the way: 1, until everybody has sent. */
  readonly lastShare: number;
  /** The longest time that a receiver stays away. */
  readonly awayMs: number;
  readonly settleWithinMs: number;
  readonly hurries: boolean;
  readonly onKill?: (kill: Kill, ledger: DeliveriesLedger) => void;
  /** Spoils what has arrived, before it is judged: for the control. */
  readonly spoil?: (arrived: readonly Arrived[]) => readonly Arrived[];
};

export type DeliveriesResult = {
  readonly startedAtMs: number;
  /** When everybody had all confirmations and the last kill was over. */
  readonly calmAtMs: number;
  readonly settledAtMs: number;
  readonly isSettled: boolean;
  readonly kills: readonly Kill[];
  readonly ledger: DeliveriesLedger;
  readonly arrived: readonly Arrived[];
  readonly findings: readonly Finding[];
};

/** People send, parts are killed, receivers answer badly; then everybody is left alone, and what was confirmed is compared with what is there. */
export async function runDeliveries(
  input: DeliveriesInput,
): Promise<DeliveriesResult> {
  const { stage } = input;
  const ledger = newDeliveriesLedger();
  const startedAtMs = Date.now();
  const kills = await applyUnderKills(input, ledger);
  const { webhook, fitConnect } = stage.receivers;
  for (const receiver of [webhook, fitConnect]) receiver.calm();
  const calmAtMs = Date.now();
  const isSettled = await settle({
    database: stage.database,
    withinMs: input.settleWithinMs,
    hurries: input.hurries,
  });
  const settledAtMs = Date.now();
  const there = await readArrivals(stage);
  const arrived = input.spoil?.(there) ?? there;
  const { database } = stage;
  const findings = await judgeDeliveries({ database, ledger, arrived });
  return {
    startedAtMs,
    calmAtMs,
    settledAtMs,
    isSettled,
    kills,
    ledger,
    arrived,
    findings,
  };
}

async function applyUnderKills(
  input: DeliveriesInput,
  ledger: DeliveriesLedger,
): Promise<readonly Kill[]> {
  const { stage, seed, onKill } = input;
  const stopping = new AbortController();
  const losing = new AbortController();
  const office = await openOffice(stage.portal, stage.database);
  const applying = letPeopleApply({
    ...input,
    portal: stage.portal,
    office,
    ledger,
    closing: AbortSignal.timeout(input.longestMs),
    random: randomNumbers(seed),
    lost: losing.signal,
  })
    .then(() => untilFewAreOnTheWay(input, losing.signal))
    .finally(() => {
      stopping.abort();
    });
  try {
    return await killAtRandom({
      ...input,
      random: randomNumbers(seed + 1),
      confirmed: () => ledger.versions.length,
      stopping: stopping.signal,
      onKill: (kill) => onKill?.(kill, ledger),
    });
  } catch (error) {
    // Nobody will confirm any more: people must not wait for it.
    losing.abort();
    throw new Error(
      `drill: ${ledger.versions.length} versions confirmed, and people got ${JSON.stringify([...ledger.troubles])}`,
      { cause: error },
    );
  } finally {
    await applying;
  }
}

async function untilFewAreOnTheWay(
  { stage, lastShare, settleWithinMs }: DeliveriesInput,
  lost: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + settleWithinMs;
  while (!lost.aborted && performance.now() < deadline) {
    if ((await shareOnTheWay(stage.database)) <= lastShare) return;
    await sleep(1_000);
  }
}
