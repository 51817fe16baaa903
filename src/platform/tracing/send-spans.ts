import { gzip } from "node:zlib";
import { promisify } from "node:util";
import type { HttpClient, HttpOutcome } from "../http-client/http-client.ts";
import type { Logger } from "../logging/logger.ts";
import type { FinishedSpan } from "./tracer.ts";

/** Spans that wait to be sent; later ones are dropped, for a trace is worth less than memory. */
const mostWaiting = 4_096;
const mostAtOnce = 512;
const timeoutMs = 5_000;

export type SpanSender = {
  readonly add: (span: FinishedSpan) => void;
  /** Sends what waits, once and for a few seconds at most. */
  close(): Promise<void>;
};

export type SpanSenderOptions = {
  readonly http: HttpClient;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly compression: "gzip" | "none";
  readonly everyMs: number;
  readonly logger: Logger;
  readonly write: (spans: readonly FinishedSpan[]) => string;
};

/**
 * Sends spans in the background. Whoever makes them never waits: a collector that is away costs a bounded number of kept spans, one line in
 * the log, and another when it is back.
 */
export function sendSpans(options: SpanSenderOptions): SpanSender {
  const waiting: FinishedSpan[] = [];
  const state = { isAway: false, dropped: 0 };
  let sending: Promise<void> | undefined;
  const send = () =>
    (sending ??= sendWaiting(options, waiting, state).finally(() => {
      sending = undefined;
    }));
  // Begun here and not with a span: a timer belongs to the trace that it is begun in, and its calls would be spans of their own.
  const timer = setInterval(() => void send(), options.everyMs);
  timer.unref();
  return {
    add: (span) => {
      if (waiting.length < mostWaiting) waiting.push(span);
      else state.dropped += 1;
    },
    close: async () => {
      clearInterval(timer);
      await sending;
      await send();
      options.http.close();
    },
  };
}

type State = { isAway: boolean; dropped: number };

async function sendWaiting(
  options: SpanSenderOptions,
  waiting: FinishedSpan[],
  state: State,
): Promise<void> {
  while (waiting.length > 0) {
    const batch = waiting.splice(0, mostAtOnce);
    const outcome = await post(options, batch);
    const isTaken = outcome.kind === "answered" && outcome.status < 300;
    note(options.logger, state, isTaken ? undefined : outcome);
    if (isTaken) continue;
    // What is refused for what it is will be refused again.
    if (isWorthRepeating(outcome)) putBack(waiting, batch, state);
    return;
  }
}

function putBack(
  waiting: FinishedSpan[],
  batch: readonly FinishedSpan[],
  state: State,
): void {
  const kept = batch.slice(0, Math.max(0, mostWaiting - waiting.length));
  state.dropped += batch.length - kept.length;
  waiting.unshift(...kept);
}

/** @see https://opentelemetry.io/docs/specs/otlp/#retryable-response-codes */
const repeatable: readonly number[] = [429, 502, 503, 504];

const isWorthRepeating = (outcome: HttpOutcome) =>
  outcome.kind !== "answered" || repeatable.includes(outcome.status);

async function post(
  { http, url, headers, compression, write }: SpanSenderOptions,
  spans: readonly FinishedSpan[],
): Promise<HttpOutcome> {
  const isPacked = compression === "gzip";
  const text = write(spans);
  return http.request({
    method: "POST",
    url,
    headers: {
      ...headers,
      "content-type": "application/json",
      ...(isPacked && { "content-encoding": "gzip" }),
    },
    body: isPacked ? await promisify(gzip)(text) : text,
    timeoutMs,
  });
}

/** One line when it begins and one when it is over. */
function note(
  logger: Logger,
  state: State,
  failure: HttpOutcome | undefined,
): void {
  if (failure && !state.isAway) {
    state.isAway = true;
    const reason =
      failure.kind === "answered" ? String(failure.status) : failure.kind;
    logger.warn({ reason }, "traces cannot be sent");
  }
  if (!failure && state.isAway) {
    logger.info({ dropped: state.dropped }, "traces are sent again");
    state.isAway = false;
    state.dropped = 0;
  }
}
