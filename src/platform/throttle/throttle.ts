/** How often something was tried, and until when nothing is tried again. */
export type Attempts = {
  readonly attempts: number;
  readonly lastAttemptAt: Date;
  readonly blockedUntil: Date | null;
};

export type ThrottleLimit = {
  /** Attempts before the first block; this one is still let through. */
  readonly freeAttempts: number;
  readonly firstBlockMs: number;
  readonly longestBlockMs: number;
  /** After that long without an attempt counting starts again; longer than the longest block. */
  readonly forgetAfterMs: number;
};

const second = 1000;
const minute = 60 * second;

/** For what belongs to one person: a login, a code. */
export const personalLimit: ThrottleLimit = {
  freeAttempts: 5,
  firstBlockMs: 30 * second,
  longestBlockMs: 15 * minute,
  forgetAfterMs: 60 * minute,
};

/** For an address: a whole office may come from one, so it gets more. */
export const sharedLimit: ThrottleLimit = {
  ...personalLimit,
  freeAttempts: 50,
};

/** Counts one more attempt before it is made, so that many at the same moment count too. A blocked one is not counted. */
export function countAttempt(
  before: Attempts | undefined,
  now: Date,
  limit: ThrottleLimit,
): Attempts | { readonly isBlockedUntil: Date } {
  if (before?.blockedUntil && before.blockedUntil > now) {
    return { isBlockedUntil: before.blockedUntil };
  }
  const attempts = rememberedAttempts(before, now, limit) + 1;
  return {
    attempts,
    lastAttemptAt: now,
    blockedUntil: blockAfter(attempts, now, limit),
  };
}

function rememberedAttempts(
  before: Attempts | undefined,
  now: Date,
  limit: ThrottleLimit,
): number {
  if (!before) return 0;
  const ageMs = now.getTime() - before.lastAttemptAt.getTime();
  return ageMs > limit.forgetAfterMs ? 0 : before.attempts;
}

function blockAfter(
  attempts: number,
  now: Date,
  limit: ThrottleLimit,
): Date | null {
  const beyond = attempts - limit.freeAttempts;
  if (beyond < 0) return null;
  const delayMs = Math.min(
    limit.firstBlockMs * 2 ** beyond,
    limit.longestBlockMs,
  );
  return new Date(now.getTime() + delayMs);
}
