import type { DeliveryOutcome } from "./connector.ts";
import { longestRetryAfterMs } from "./next-step.ts";

/** What an attempt says about the destination itself: it answers, it does not, or nothing. */
export type Sign = "reachable" | "unreachable" | "none";

/** Causes that lie with us: the destination was never asked. */
const ownCauses: ReadonlySet<string> = new Set([
  "destination-disabled",
  "uploads-not-scanned",
  "fault",
]);

/** A refusal is an answer, too: who refuses is there. */
export function signOf(outcome: DeliveryOutcome): Sign {
  if (outcome.kind !== "unavailable") return "reachable";
  return ownCauses.has(outcome.cause) ? "none" : "unreachable";
}

/** So many in a row may fail by chance. */
const failuresToOpen = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 15 * 60_000;

export type Failure = {
  /** In a row, this one included; 0: it says nothing new. */
  readonly failures: number;
  /** What the destination asked for. */
  readonly retryAfterMs: number;
  readonly now: Date;
  /** From 0 to 1. */
  readonly chance: number;
};

/**
 * Until when nothing is sent after a failure; then one canary is, and only its success lets the others go. Undefined: one failure more or
 * less, all goes on. Who asks for patience gets it for everything, not for the one delivery only.
 */
export function openUntil(failure: Failure): Date | undefined {
  const { failures, now, chance } = failure;
  const asked = Math.min(failure.retryAfterMs, longestRetryAfterMs);
  const pauseMs = Math.max(pauseAfter(failures) * (1 + chance / 4), asked);
  return pauseMs === 0
    ? undefined
    : new Date(now.getTime() + Math.round(pauseMs));
}

/** 30 s, 1 min, 2 min … 15 min. */
function pauseAfter(failures: number): number {
  if (failures < failuresToOpen) return 0;
  const exponent = Math.min(failures - failuresToOpen, 10);
  return Math.min(firstPauseMs * 2 ** exponent, longestPauseMs);
}
