import type { Context } from "../../platform/context/context.ts";

/** What a job reports; anything thrown counts as `retry`. */
export type JobOutcome =
  | { readonly kind: "done" }
  | {
      readonly kind: "retry";
      readonly afterMs?: number;
      readonly reason: string;
    }
  | { readonly kind: "dead"; readonly reason: string };

/**
 * Handles jobs of one name. Runs with the tenant of the job row; may run twice after a crash, so it must be
 * idempotent. `payload` is what was enqueued (ids only); parse it before use.
 */
export type JobHandler = {
  /** Stored in the database; never reused for something else. */
  readonly name: string;
  readonly maxAttempts: number;
  readonly timeoutMs: number;
  run(job: JobRun): Promise<JobOutcome>;
};

export type JobRun = {
  readonly context: Context;
  readonly jobId: string;
  readonly attempt: number;
  readonly payload: unknown;
  /**
   * Aborted at the timeout, when the worker stops, and when it lost the job's lock. End soon then, and throw what could
   * not be finished: a stopped worker gives the job back without counting the attempt.
   */
  readonly signal: AbortSignal;
};
