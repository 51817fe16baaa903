import type { Problem } from "./inbox.ts";

/**
 * What became of an application that waits outside:
 * - `waiting`: not taken yet; `cause` says why not
 * - `taken`: it is in the queue, but the sender was not told yet
 * - `accepted`: the sender was told
 * - `rejecting`, `rejected`: it can never be taken, and the sender is (to be) told why
 * - `gone`: it was withdrawn, or answered by somebody else
 * - `contradicted`: it is in the queue, but the sender was told otherwise before
 */
export type ArrivalState =
  | "waiting"
  | "taken"
  | "accepted"
  | "rejecting"
  | "rejected"
  | "gone"
  | "contradicted";

export type Arrival = {
  readonly id: string;
  readonly sourceId: string;
  readonly externalId: string;
  readonly caseId: string;
  readonly state: ArrivalState;
  readonly cause: string | undefined;
  readonly problems: readonly Problem[];
  readonly submissionId: string;
  readonly vorgangId: string | undefined;
  readonly firstSeenAt: Date;
  readonly changedAt: Date;
};

/** What a person has to look at. */
export const needsPerson = (
  { state, firstSeenAt }: Pick<Arrival, "state" | "firstSeenAt">,
  now: Date,
): boolean =>
  state === "contradicted" ||
  state === "rejected" ||
  (isOpen(state) && now.getTime() - firstSeenAt.getTime() > patienceMs);

/** What waits this long will not be solved by trying again; the service rejects it on day 14. */
const patienceMs = 24 * 3_600_000;

export const isOpen = (state: ArrivalState): boolean =>
  state === "waiting" || state === "taken" || state === "rejecting";

/** What the signed answer is encrypted for. */
export const evidencePurpose = (id: string) => `arrivals.evidence:${id}`;

/** What the options of a source are encrypted for. */
export const sourcePurpose = (id: string) => `arrivals.source:${id}`;

/** Asks one source. */
export const pollSourceJob = "arrivals.poll";
/** Begins the rounds of a tenant: each source that is switched on is asked every few minutes. Enqueued once an hour, idempotent. */
export const pollAllJob = "arrivals.poll-all";
/** How often the sources are asked when nobody rings. */
export const pollEveryMs = 5 * 60_000;
