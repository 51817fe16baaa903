import type { Reachable } from "../../../src/main/testing/visitor.ts";
import { newLedger, type Ledger } from "../ledger.ts";
import { writeApplications } from "../write-applications.ts";

export type Writing = {
  readonly portal: Reachable;
  readonly writers: number;
  readonly pauseMs?: number;
  /** How long who is at an application may go on with it at the end; default: until it is confirmed. */
  readonly patienceMs?: number;
};

/** People send, one application after the other, while something happens. Gives what they saw. */
export async function whileWriting(
  { portal, writers, patienceMs, ...more }: Writing,
  happen: (ledger: Ledger) => Promise<void>,
): Promise<Ledger> {
  const ledger = newLedger();
  const stopping = new AbortController();
  const losing = new AbortController();
  const writing = Array.from({ length: writers }, (_, index) =>
    writeApplications({
      portal,
      name: `w${String(index)}`,
      ledger,
      signal: stopping.signal,
      lost: losing.signal,
      ...more,
    }),
  );
  try {
    await happen(ledger);
    // Whose draft was lost gets no confirmation any more.
    if (patienceMs !== undefined)
      setTimeout(() => {
        losing.abort();
      }, patienceMs).unref();
  } catch (error) {
    // Nobody will confirm any more: the writers must not wait for it.
    losing.abort();
    throw error;
  } finally {
    stopping.abort();
    await Promise.all(writing);
  }
  return ledger;
}

export type Strikes<Fault, Noticed> = {
  readonly faults: readonly Fault[];
  readonly rounds: number;
  readonly strike: (fault: Fault, ledger: Ledger) => Promise<Noticed>;
  readonly onStruck: (noticed: Noticed) => void;
};

/** The same while each of some faults strikes, one after the other, as many rounds of them as wanted; and what was noticed of each. */
export async function strikeWhileWriting<Fault, Noticed>(
  writing: Writing,
  { faults, rounds, strike, onStruck }: Strikes<Fault, Noticed>,
): Promise<{ readonly struck: readonly Noticed[]; readonly ledger: Ledger }> {
  const struck: Noticed[] = [];
  const ledger = await whileWriting(writing, async (written) => {
    for (let round = 0; round < rounds; round += 1)
      for (const fault of faults) {
        const one = await strike(fault, written);
        struck.push(one);
        onStruck(one);
      }
  });
  return { struck, ledger };
}
