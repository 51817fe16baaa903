import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { untilAborted } from "../../../platform/values/until-aborted.ts";
import { nextQuestionMs, type ReadBack } from "../domain/read-back.ts";
import {
  findFollowed,
  settleAccepted,
  type FollowedDelivery,
} from "../store/follow-store.ts";
import type { AttemptInput, DeliveryPorts } from "./attempt-delivery.ts";
import { keepEvidence } from "./evidence.ts";
import { readOptions } from "./read-options.ts";

/** What the other side answered, for who tells applicant and office. */
export type DeliveryAnswer = {
  readonly submissionId: string;
  readonly deliveryId: string;
  readonly destinationName: string;
  readonly kind: "delivered" | "rejected";
};

export type FollowPorts = Pick<DeliveryPorts, "connectors" | "onFault"> & {
  /** Called in the transaction in which the answer is noted, once for each. */
  onAnswer(context: Context, db: Db, answer: DeliveryAnswer): Promise<void>;
};

const timeoutMs = 60_000;

/**
 * Asks what became of an accepted delivery and notes the answer, with what proves it. Gives after how long to ask again; undefined when
 * there is nothing to ask any more. Idempotent: an answer is noted once, whoever asks how often.
 */
export async function followDelivery(
  context: Context,
  { deliveryId, signal }: AttemptInput,
  ports: FollowPorts,
): Promise<number | undefined> {
  const { tenantId, now } = context;
  const followed = await context.transaction((db) =>
    findFollowed(db, tenantId, deliveryId),
  );
  if (!followed) return undefined;
  const { answer, evidence } = await ask(context, { followed, signal }, ports);
  await keepEvidence(context, deliveryId, evidence);
  if (answer.kind === "pending" || answer.kind === "unavailable") {
    const { acceptedAt } = followed;
    return nextQuestionMs({ acceptedAt, now }, answer.retryAfterMs);
  }
  await context.transaction(async (db) => {
    const isNews = await settleAccepted(db, tenantId, {
      deliveryId,
      state: answer.kind,
      reason: answer.kind === "rejected" ? answer.reason : undefined,
      receipt: answer.kind === "delivered" ? answer.receipt : undefined,
      now,
    });
    const { submissionId, destinationName } = followed;
    const { kind } = answer;
    if (isNews)
      await ports.onAnswer(context, db, {
        submissionId,
        deliveryId,
        destinationName,
        kind,
      });
  });
  return undefined;
}

type Asking = {
  readonly followed: FollowedDelivery;
  readonly signal: AbortSignal;
};

async function ask(
  context: Context,
  { followed, signal }: Asking,
  ports: FollowPorts,
): Promise<ReadBack> {
  const { deliveryId, correlationId, acceptedAt, connectorKey } = followed;
  const connector = ports.connectors.get(connectorKey);
  if (!connector?.readBack) return notAsked("connector-missing");
  const options = await readOptions(context, followed, connector);
  if (!options) return notAsked("options-invalid");
  const { tenantId, now } = context;
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const asking = connector.readBack(
      { deliveryId, tenantId, correlationId, acceptedAt, now },
      options.parsed,
      limit,
    );
    return await untilAborted(asking, limit);
  } catch (error) {
    signal.throwIfAborted();
    ports.onFault(error, deliveryId);
    return notAsked("fault");
  }
}

const notAsked = (cause: string): ReadBack => ({
  answer: { kind: "unavailable", cause },
  evidence: [],
});
