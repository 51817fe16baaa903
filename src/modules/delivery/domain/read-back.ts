/** A delivery that the other side has accepted and not yet answered. */
export type AcceptedDelivery = {
  readonly deliveryId: string;
  readonly tenantId: string;
  /** As the connector gave it. */
  readonly correlationId: string;
  readonly acceptedAt: Date;
  readonly now: Date;
};

/** What the other side says became of it, and what proves that. */
export type ReadBack = {
  readonly answer: ReadBackAnswer;
  /** All that is there, each time: what is kept already is not kept twice. */
  readonly evidence: readonly Evidence[];
};

export type ReadBackAnswer =
  /** Nothing yet; asked again. */
  | { readonly kind: "pending"; readonly retryAfterMs?: number }
  /** It has taken the application over. */
  | { readonly kind: "delivered"; readonly receipt: string }
  /** A person must look at it. `reason` is a code in kebab-case, at most 60 characters. */
  | { readonly kind: "rejected"; readonly reason: string }
  /** Could not be asked; asked again. */
  | {
      readonly kind: "unavailable";
      readonly cause: string;
      readonly retryAfterMs?: number;
    };

/** Kept encrypted as long as the delivery: the other side deletes it. */
export type Evidence = {
  /** Unique within the delivery, given by the other side. */
  readonly id: string;
  /** What it says, a code in kebab-case. */
  readonly kind: string;
  readonly occurredAt: Date;
  /** Exactly as it was received, so that its signature can be checked again. */
  readonly content: string;
  /** What a person must know of it, in the words of the other side. */
  readonly remarks: readonly string[];
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** When to ask again: after a minute at first, later after a tenth of the time that has gone by, at least hourly; or as asked for. */
export function nextQuestionMs(
  { acceptedAt, now }: Pick<AcceptedDelivery, "acceptedAt" | "now">,
  retryAfterMs = 0,
): number {
  const waitedMs = now.getTime() - acceptedAt.getTime();
  const ownMs = Math.min(Math.max(waitedMs / 10, minuteMs), hourMs);
  return Math.round(Math.max(ownMs, Math.min(retryAfterMs, 6 * hourMs)));
}
