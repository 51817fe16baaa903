const firstPauseMs = 1_000;
const longestPauseMs = 300_000;

/**
 * Jobs of one worker that ran and could not be settled because the database was full or short of memory. Nobody was killed, so the start is none of
 * the job's; and what it did may be done again at the next one, so each waits longer than the last.
 */
export type UnsettledJobs = {
  has(jobId: string): boolean;
  /** Ids of those that are to wait still. */
  paused(): readonly string[];
  note(jobId: string, error: unknown): void;
  forget(jobId: string): void;
};

export function unsettledJobs(): UnsettledJobs {
  const known = new Map<string, { times: number; until: number }>();
  return {
    has: (jobId) => known.has(jobId),
    paused: () => {
      const now = performance.now();
      return [...known]
        .filter(([, { until }]) => until > now)
        .map(([id]) => id);
    },
    note: (jobId, error) => {
      if (!isShortOfResources(error)) {
        known.delete(jobId);
        return;
      }
      const times = 1 + (known.get(jobId)?.times ?? 0);
      const pauseMs = Math.min(firstPauseMs * 2 ** (times - 1), longestPauseMs);
      known.set(jobId, { times, until: performance.now() + pauseMs });
    },
    forget: (jobId) => {
      known.delete(jobId);
    },
  };
}

/** Class 53 of PostgreSQL: its disk is full, or it has no memory or connections left. */
function isShortOfResources(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^53\d{3}$/.test(error.code)
  );
}
