import { setTimeout as sleep } from "node:timers/promises";
import type { Ledger } from "../ledger.ts";
import { longestGapMs, waitForAcknowledgements } from "../run-drill.ts";

/** One fault under load, and what people noticed. */
export type Struck = {
  readonly cell: string;
  readonly about: string;
  readonly confirmed: number;
  readonly cutOff: number;
  readonly troubles: number;
  readonly gapMs: number;
  /** From the fault until there were so many confirmations that everybody had one again. */
  readonly backMs: number;
  /** Connections in a minute to a peer that was called in vain. */
  readonly callsPerMinute?: number;
  /** So many of them are well. */
  readonly mostCalls?: number;
  /** From the end of the fault until all that had waited was handed over. */
  readonly drainedMs?: number;
  /** What failed for good, and of how much of it a person is told. */
  readonly failed?: number;
  readonly seen?: number;
  readonly note?: string;
};

type StrikeInput = {
  readonly cell: string;
  readonly about: string;
  readonly ledger: Ledger;
  readonly writers: number;
  readonly strike: () => Promise<unknown>;
};

/** Waits until people work, strikes, and waits until everybody has a confirmation again. */
export async function strikeUnderLoad({
  cell,
  about,
  ledger,
  writers,
  strike,
}: StrikeInput): Promise<Struck> {
  const { acknowledged, cutOff } = ledger;
  const first = acknowledged.length;
  const troubles = troublesOf(ledger);
  await waitForAcknowledgements(ledger, writers);
  await sleep(Math.random() * 2_000);
  const lastBefore = acknowledged.length - 1;
  const startedAt = performance.now();
  await strike();
  // An answer may still be under way: everybody was served again when each got one more.
  await waitForAcknowledgements(ledger, 2 * writers);
  return {
    cell,
    about,
    confirmed: acknowledged.length - first,
    cutOff: ledger.cutOff - cutOff,
    troubles: troublesOf(ledger) - troubles,
    gapMs: longestGapMs(acknowledged.slice(lastBefore)),
    backMs: (acknowledged[lastBefore + 2 * writers]?.atMs ?? 0) - startedAt,
  };
}

const troublesOf = ({ troubles }: Ledger) =>
  [...troubles.values()].reduce((sum, times) => sum + times, 0);
