import type { DeliveryOutcome } from "./connector.ts";

export type DeliveryState =
  | "waiting"
  | "accepted"
  | "delivered"
  | "rejected"
  | "dead"
  /** A person settled it otherwise: in the own workspace, or by another destination. */
  | "closed";

/** What happens with a delivery after an attempt. */
export type NextStep =
  | { readonly state: "delivered"; readonly receipt: string }
  | {
      readonly state: "accepted";
      readonly receipt: string;
      readonly answerDueAt: Date | undefined;
    }
  | { readonly state: "rejected"; readonly reason: string }
  | {
      readonly state: "waiting";
      readonly reason: string;
      readonly afterMs: number;
    }
  | { readonly state: "dead"; readonly reason: string };

/** The present series of attempts: since it was sent in, or since a person sent it again. */
export type AttemptSeries = {
  /** Attempts in it, this one included. */
  readonly attempts: number;
  readonly waitingSince: Date;
  /** After so long without success a person must know: the office may have to be called. Never given up silently, the state is `dead`. */
  readonly patienceMs: number;
  readonly now: Date;
  /** From 0 to 1, drawn anew each time: many deliveries must not come back in the same moment. */
  readonly chance: number;
};

const hourMs = 3_600_000;
const firstDelayMs = 10_000;
const longestDelayMs = hourMs / 2;
/** A receiver may ask for patience, but not for so much that nobody notices. */
export const longestRetryAfterMs = 6 * hourMs;

/** Decides what follows from an outcome: done, a person must look at it, or again later. */
export function nextStep(
  outcome: DeliveryOutcome,
  series: AttemptSeries,
): NextStep {
  switch (outcome.kind) {
    case "delivered":
      return { state: "delivered", receipt: outcome.receipt };
    case "accepted":
      return {
        state: "accepted",
        receipt: outcome.correlationId,
        answerDueAt: outcome.answerDueAt,
      };
    case "rejected":
      return { state: "rejected", reason: outcome.reason };
    case "unavailable": {
      const { cause: reason, retryAfterMs = 0 } = outcome;
      const waitedMs = series.now.getTime() - series.waitingSince.getTime();
      if (waitedMs >= series.patienceMs) return { state: "dead", reason };
      const asked = Math.min(retryAfterMs, longestRetryAfterMs);
      const afterMs = Math.round(Math.max(asked, backOffMs(series)));
      return { state: "waiting", reason, afterMs };
    }
  }
}

/** 10 s, 20 s, 40 s … up to 30 minutes, and up to a quarter more by chance. */
function backOffMs({ attempts, chance }: AttemptSeries): number {
  const exponent = Math.min(Math.max(attempts - 1, 0), 20);
  const delayMs = Math.min(firstDelayMs * 2 ** exponent, longestDelayMs);
  return delayMs * (1 + chance / 4);
}
