import type { Reachable } from "../../../src/main/testing/visitor.ts";
import { newLedger, type Ledger } from "../ledger.ts";
import { writeApplications } from "../write-applications.ts";

/** People send, one application after the other, while something happens. Gives what they saw. */
export async function whileWriting(
  {
    portal,
    writers,
    patienceMs,
    ...more
  }: {
    readonly portal: Reachable;
    readonly writers: number;
    readonly pauseMs?: number;
    /** How long who is at an application may go on with it at the end; default: until it is confirmed. */
    readonly patienceMs?: number;
  },
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
