import type { ProvenLevel } from "./assurance-level.ts";

const minuteMs = 60_000;

type SessionLimit = {
  /** A session nobody used for this long has ended. */
  readonly idleMs: number;
  /** The longest time from the sign-in. */
  readonly longestMs: number;
};

/** The surer an identity, the more can be done with it, and the sooner it has to be shown again. */
const sessionLimits: Record<ProvenLevel, SessionLimit> = {
  low: { idleMs: 60 * minuteMs, longestMs: 12 * 60 * minuteMs },
  substantial: { idleMs: 30 * minuteMs, longestMs: 120 * minuteMs },
  high: { idleMs: 5 * minuteMs, longestMs: 30 * minuteMs },
};

/** Time to type the code of the second factor. */
const pendingMs = 10 * minuteMs;
/** Use is noted at most this often, so that reading costs no write. */
const noteUseEveryMs = minuteMs / 2;

type SessionTimes = {
  readonly assuranceLevel: ProvenLevel;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** When a session ends if nobody uses it any more. */
export function endOfSession(session: SessionTimes): Date {
  const { idleMs, longestMs } = sessionLimits[session.assuranceLevel];
  return new Date(
    Math.min(
      session.lastSeenAt.getTime() + idleMs,
      session.createdAt.getTime() + longestMs,
    ),
  );
}

/** When a session ends, however much it is used. */
export function latestEndOfSession({
  assuranceLevel,
  createdAt,
}: Omit<SessionTimes, "lastSeenAt">): Date {
  const { longestMs } = sessionLimits[assuranceLevel];
  return new Date(createdAt.getTime() + longestMs);
}

/** The one statement that finds a session reads all that may still be open; what has ended by its level is told by `endOfSession`. */
export function openAfter(now: Date): Date {
  return new Date(now.getTime() - sessionLimits.low.longestMs);
}

/** A sign-in that waits for its second factor is forgotten when it began before this. */
export function pendingAfter(now: Date): Date {
  return new Date(now.getTime() - pendingMs);
}

/** A use is noted when the last note is older than this. */
export function noteUseBefore(now: Date): Date {
  return new Date(now.getTime() - noteUseEveryMs);
}

/** Somebody who signed in this short ago need not show again that they are there. */
const freshMs = 10 * minuteMs;

export function isFresh(signedInAt: Date, now: Date): boolean {
  return now.getTime() - signedInAt.getTime() <= freshMs;
}
