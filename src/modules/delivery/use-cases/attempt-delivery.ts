import { randomInt } from "node:crypto";
import type { Context } from "../../../platform/context/context.ts";
import { traced } from "../../../platform/tracing/span.ts";
import { untilAborted } from "../../../platform/values/until-aborted.ts";
import type { Db } from "../../../platform/database/database.ts";
import { recordAudit } from "../../audit/index.ts";
import { openUntil, signOf } from "../domain/circuit.ts";
import type { Connector, DeliveryOutcome } from "../domain/connector.ts";
import { testContent } from "../domain/test-content.ts";
import { nextStep, type NextStep } from "../domain/next-step.ts";
import { countFailure, setCircuit } from "../store/circuit-store.ts";
import {
  beginAttempt,
  endAttempt,
  type BegunAttempt,
  type HeldAttempt,
} from "../store/delivery-store.ts";
import { enqueueFollowing } from "../store/follow-store.ts";
import type { DeliverySource } from "./delivery-source.ts";
import { readOptions } from "./read-options.ts";

export type DeliveryPorts = {
  readonly connectors: ReadonlyMap<string, Connector>;
  readonly source: DeliverySource;
  /** Gets what a connector or the source threw. Must not log options or content. */
  readonly onFault: (error: unknown, deliveryId: string) => void;
};

export type AttemptInput = {
  readonly deliveryId: string;
  /** Fires when the worker stops: the attempt is then given back, not counted as a failure of the receiver. */
  readonly signal: AbortSignal;
};

/** How long a connector has. */
export const attemptTimeoutMs = 120_000;
/** What it is granted after its signal fired, before it is given up. */
const graceMs = 1000;
const hourMs = 3_600_000;
const longestHoldMs = 5 * 60_000;
const disabledRetryMs = 15 * 60_000;
const notScannedRetryMs = 2 * 60_000;

/**
 * Tries one delivery. May run again after a crash at any point: the receiver gets the same delivery id. What a connector
 * or the source throws becomes `unavailable` with the cause `fault`, so that nothing is lost and everything is seen.
 * Undefined when there is nothing to deliver any more. Throws when the worker stops or the database is lost.
 */
export async function attemptDelivery(
  context: Context,
  { deliveryId, signal }: AttemptInput,
  ports: DeliveryPorts,
): Promise<NextStep | undefined> {
  const { tenantId, now } = context;
  const attempt = await context.transaction((db) =>
    beginAttempt(db, tenantId, { deliveryId, now }),
  );
  if (!attempt) return undefined;
  if (attempt.isHeld) return behindEarlier(attempt, now);

  const startedAt = performance.now();
  const outcome = await handOver(context, { attempt, signal }, ports);
  const endedAt = new Date(now.getTime() + performance.now() - startedAt);
  const chance = randomInt(1000) / 1000;
  const step = nextStep(outcome, {
    attempts: attempt.number - attempt.attemptsBefore,
    waitingSince: attempt.waitingSince,
    patienceMs: attempt.patienceHours * hourMs,
    now: endedAt,
    chance,
  });
  await context.transaction(async (db) => {
    await endAttempt(db, tenantId, {
      deliveryId,
      number: attempt.number,
      outcome: outcome.kind,
      step,
      now: endedAt,
    });
    if (step.state === "accepted") await followLater(db, attempt, ports);
    await noteSign(db, tenantId, { attempt, outcome, now: endedAt, chance });
    await recordDisclosure(context, db, { attempt, outcome });
  });
  return step;
}

/** Who got somebody's data is in the audit log as soon as they are known to have it; the log of attempts tells the rest. @see Art. 15 Abs. 1 lit. c DSGVO */
async function recordDisclosure(
  context: Context,
  db: Db,
  { attempt, outcome }: Pick<Told, "attempt" | "outcome">,
): Promise<void> {
  const { submissionId: id, deliveryId, destinationId, isTest } = attempt;
  if (isTest || outcome.kind === "unavailable") return;
  await recordAudit(context, db, {
    action: "delivery.handed-over",
    subject: { kind: "submission", id },
    details: { deliveryId, destinationId, outcome: outcome.kind },
  });
}

/** The answer comes later: somebody has to ask for it. */
async function followLater(
  db: Db,
  { deliveryId, connectorKey }: BegunAttempt,
  { connectors }: DeliveryPorts,
): Promise<void> {
  if (!connectors.get(connectorKey)?.readBack) return;
  await enqueueFollowing(db, deliveryId);
}

/** Looked at again when the earlier version has been tried; its own success calls it at once. */
function behindEarlier({ heldUntil }: HeldAttempt, now: Date): NextStep {
  const untilMs = heldUntil
    ? heldUntil.getTime() - now.getTime()
    : longestHoldMs;
  const afterMs = Math.min(Math.max(untilMs + 2000, 2000), longestHoldMs);
  return { state: "waiting", reason: "earlier-first", afterMs };
}

type Told = {
  readonly attempt: BegunAttempt;
  readonly outcome: DeliveryOutcome;
  readonly now: Date;
  readonly chance: number;
};

/** Lets the circuit breaker of the destination know. Costs nothing while all is well. */
async function noteSign(
  db: Db,
  tenantId: string,
  { attempt, outcome, now, chance }: Told,
): Promise<void> {
  const { destinationId, isOpen: isCanary } = attempt;
  const sign = signOf(outcome);
  if (sign === "reachable" && (attempt.failures > 0 || isCanary))
    await setCircuit(db, tenantId, { destinationId, until: undefined });
  if (sign !== "unreachable" || outcome.kind !== "unavailable") return;
  const failed = { destinationId, isCanary };
  const failures = (await countFailure(db, tenantId, failed)) ?? 0;
  const { retryAfterMs = 0 } = outcome;
  const until = openUntil({ failures, retryAfterMs, now, chance });
  if (until) await setCircuit(db, tenantId, { destinationId, until });
}

type HandOver = {
  readonly attempt: BegunAttempt;
  readonly signal: AbortSignal;
};

async function handOver(
  context: Context,
  { attempt, signal }: HandOver,
  ports: DeliveryPorts,
): Promise<DeliveryOutcome> {
  const timeout = AbortSignal.timeout(attemptTimeoutMs);
  const hardLimit = AbortSignal.timeout(attemptTimeoutMs + graceMs);
  const either = AbortSignal.any([signal, timeout]);
  try {
    const sending = send(context, { attempt, signal: either }, ports);
    const outcome = await untilAborted(sending, hardLimit);
    if (outcome.kind === "unavailable") signal.throwIfAborted();
    return outcome;
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) return { kind: "unavailable", cause: "timeout" };
    ports.onFault(error, attempt.deliveryId);
    return { kind: "unavailable", cause: "fault" };
  }
}

async function send(
  context: Context,
  { attempt, signal }: HandOver,
  ports: DeliveryPorts,
): Promise<DeliveryOutcome> {
  if (!attempt.isEnabled)
    return {
      kind: "unavailable",
      cause: "destination-disabled",
      retryAfterMs: disabledRetryMs,
    };
  const connector = ports.connectors.get(attempt.connectorKey);
  if (!connector) return { kind: "rejected", reason: "connector-missing" };
  const options = await readOptions(context, attempt, connector);
  if (!options) return { kind: "rejected", reason: "options-invalid" };
  const { submissionId, version } = attempt;
  const content = attempt.isTest
    ? testContent(attempt)
    : await ports.source.load(context, submissionId, version);
  if (!content) return { kind: "rejected", reason: "submission-missing" };
  if (content === "uploads-not-scanned")
    return {
      kind: "unavailable",
      cause: content,
      retryAfterMs: notScannedRetryMs,
    };

  const { deliveryId } = attempt;
  const delivery = { deliveryId, tenantId: context.tenantId, ...content };
  return traced({ name: `deliver ${connector.key}` }, async (span) => {
    const outcome = await connector.deliver(delivery, options.parsed, signal);
    span?.set({ "openrathaus.delivery.outcome": outcome.kind });
    return outcome;
  });
}
