/** The time of day, the same for all processes of an installation whatever their machines' clocks say. */
export type DatabaseClock = {
  now(): Date;
  close(): void;
};

export type DatabaseClockInput = {
  /** Milliseconds since 1970 by the clock of the database. */
  readonly ask: () => Promise<number>;
  /** How far this machine's clock is off, in milliseconds, when that begins; 0 when it is over. */
  readonly onApart: (ms: number) => void;
  readonly everyMs?: number;
  /** This machine's clock; tests put another one in. */
  readonly here?: () => number;
};

/** Less is not noticed by anybody, and may be the way to the database and back. */
const toleratedMs = 1_000;
/** An answer that took longer says too little. */
const quickMs = 1_000;
const usualEveryMs = 10_000;

/**
 * This machine's clock as long as it agrees with the database's, else what the database's must be by now: terms, sessions and receipts of one
 * installation are written by several machines. Between two questions time is counted by a clock that nobody can set. While the database is
 * away it goes on like that. A machine that slept asks as soon as it sees the difference.
 */
export async function openDatabaseClock({
  ask,
  onApart,
  everyMs = usualEveryMs,
  here = Date.now,
}: DatabaseClockInput): Promise<DatabaseClock> {
  const state = { aheadOfCounter: 0, isApart: false, isAsking: false };
  const measure = async () => {
    state.isAsking = true;
    const before = performance.now();
    try {
      const there = await ask();
      const after = performance.now();
      if (after - before <= quickMs)
        state.aheadOfCounter = there - (before + after) / 2;
    } finally {
      state.isAsking = false;
    }
  };
  const measureAgain = () => {
    // While the database is away there is nothing better than what is known.
    if (!state.isAsking) void measure().catch(() => undefined);
  };
  state.aheadOfCounter = here() - performance.now();
  await measure();
  const timer = setInterval(measureAgain, everyMs).unref();
  return {
    now: () => {
      const counted = performance.now() + state.aheadOfCounter;
      const off = here() - counted;
      const isApart = Math.abs(off) > toleratedMs;
      if (isApart !== state.isApart) {
        state.isApart = isApart;
        onApart(isApart ? Math.round(off) : 0);
        measureAgain();
      }
      return new Date(isApart ? counted : here());
    },
    close: () => {
      clearInterval(timer);
    },
  };
}
