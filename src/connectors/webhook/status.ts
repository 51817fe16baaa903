import { z } from "zod";
import type {
  AcceptedDelivery,
  ReadBack,
} from "../../modules/delivery/index.ts";
import type {
  HttpAnswer,
  HttpOutcome,
} from "../../platform/http-client/http-client.ts";
import { parseRetryAfter } from "../../platform/http-client/retry-after.ts";
import { sha256 } from "../../platform/values/sha256.ts";
import type { WebhookOptions } from "./options.ts";
import { readStates, type Meaning } from "./states.ts";

/** Where the state of one delivery is asked for. */
export function statusAddress(statusUrl: string, deliveryId: string): string {
  const url = new URL(statusUrl);
  url.searchParams.set("delivery", deliveryId);
  return url.href;
}

const statusAnswer = z.object({
  state: z.string().trim().min(1).max(60),
  changedAt: z.iso.datetime({ offset: true }).optional(),
  receipt: z.string().min(1).max(200).optional(),
  remark: z.string().max(500).optional(),
});

/** What their state means for the delivery. One that nobody has given a meaning is kept as text and asked about again. */
export function readBackOf(
  outcome: HttpOutcome,
  options: WebhookOptions,
  accepted: AcceptedDelivery,
): ReadBack {
  if (outcome.kind !== "answered") return unavailable(outcome.kind);
  // They may learn of it later than we ask.
  if (outcome.status === 404)
    return { answer: { kind: "pending" }, evidence: [] };
  if (outcome.status !== 200) return notNow(outcome, accepted.now);
  const told = statusAnswer.safeParse(jsonOf(outcome.body.toString("utf8")));
  if (!told.success) return unavailable("status-not-understood");
  const { state, changedAt, receipt, remark } = told.data;
  const meaning = readStates(options.states)?.get(state);
  const evidence = {
    id: sha256(JSON.stringify(told.data)).toString("hex").slice(0, 40),
    kind: `state-${meaning ?? "unknown"}`,
    occurredAt: changedAt === undefined ? accepted.now : new Date(changedAt),
    content: outcome.body.toString("utf8"),
    remarks: [state, ...(remark === undefined ? [] : [remark])],
  };
  return {
    answer: answerOf(meaning, receipt ?? accepted.correlationId),
    evidence: [evidence],
  };
}

function answerOf(
  meaning: Meaning | undefined,
  receipt: string,
): ReadBack["answer"] {
  if (meaning === "delivered") return { kind: "delivered", receipt };
  return meaning === "rejected"
    ? { kind: "rejected", reason: "refused-by-receiver" }
    : { kind: "pending" };
}

function notNow(answer: HttpAnswer, now: Date): ReadBack {
  const retryAfterMs = parseRetryAfter(answer.headers["retry-after"], now);
  const cause = `http-${answer.status}`;
  return retryAfterMs === undefined
    ? unavailable(cause)
    : { answer: { kind: "unavailable", cause, retryAfterMs }, evidence: [] };
}

const unavailable = (cause: string): ReadBack => ({
  answer: { kind: "unavailable", cause },
  evidence: [],
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON, no state.
    return undefined;
  }
}
