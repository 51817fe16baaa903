import { z } from "zod";
import type { DeliveryOutcome } from "../../modules/delivery/index.ts";
import type {
  HttpAnswer,
  HttpOutcome,
} from "../../platform/http-client/http-client.ts";
import { parseRetryAfter } from "../../platform/http-client/retry-after.ts";

/** What the receiver's answer means for the delivery. */
export function outcomeOf(
  answer: HttpOutcome,
  deliveryId: string,
  now: Date,
): DeliveryOutcome {
  if (answer.kind === "not-allowed")
    return { kind: "rejected", reason: "address-not-allowed" };
  if (answer.kind === "too-large")
    return { kind: "unavailable", cause: "answer-too-large" };
  if (answer.kind !== "answered")
    return { kind: "unavailable", cause: causes[answer.kind] };

  const { status } = answer;
  if (status >= 200 && status < 300)
    return { kind: "delivered", receipt: receiptOf(answer) };
  if (status === 409 && isSameDelivery(answer, deliveryId))
    return { kind: "delivered", receipt: receiptOf(answer) };
  if (isTemporary(status)) return unavailable(answer, now);
  // 3xx too: what was agreed is this address, and a redirect could lead personal data anywhere.
  return { kind: "rejected", reason: `http-${status}` };
}

const causes = {
  dns: "dns",
  connect: "connect",
  timeout: "timeout",
  aborted: "timeout",
  tls: "tls",
  reset: "reset",
} as const;

/** Too slow, too many, or broken on their side. @see RFC 9110 sections 15.5.9 and 15.6, RFC 6585 section 4 */
const isTemporary = (status: number) =>
  status === 408 || status === 425 || status === 429 || status >= 500;

function unavailable(answer: HttpAnswer, now: Date): DeliveryOutcome {
  const retryAfterMs = parseRetryAfter(answer.headers["retry-after"], now);
  const cause = `http-${answer.status}`;
  return retryAfterMs === undefined
    ? { kind: "unavailable", cause }
    : { kind: "unavailable", cause, retryAfterMs };
}

const answerSchema = z
  .object({
    receipt: z.string().min(1).max(200).optional(),
    idempotencyKey: z.string().optional(),
  })
  .catch({});

function receiptOf(answer: HttpAnswer): string {
  return answerSchema.parse(jsonOf(answer)).receipt ?? `http-${answer.status}`;
}

/** "I have it already" counts only when the receiver says which one it means. */
function isSameDelivery(answer: HttpAnswer, deliveryId: string): boolean {
  const named =
    answer.headers["idempotency-key"] ??
    answerSchema.parse(jsonOf(answer)).idempotencyKey;
  return named === deliveryId;
}

function jsonOf(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body.toString("utf8"));
  } catch {
    // Receivers may answer with any text or nothing: then the status is the receipt.
    return undefined;
  }
}
