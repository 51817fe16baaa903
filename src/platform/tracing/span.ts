import { AsyncLocalStorage } from "node:async_hooks";

/** Codes, patterns, ids and counts, as in the log. Never an address, a query string, a form value or anything else that a person typed. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | undefined>
>;

/** Who waits for whom: `server` answers a call, `client` makes one, `consumer` works a job, `internal` is neither. */
export type SpanKind = "internal" | "server" | "client" | "consumer";

export type SpanStart = {
  /** One of few: with the pattern of a route or the name of a job, never with an id. */
  readonly name: string;
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  /** Of `performance.now()`; this moment when left out. */
  readonly startedAt?: number;
};

/** Something that takes time, as part of a trace. */
export type Span = {
  readonly traceId: string;
  readonly spanId: string;
  /** How others are told which span theirs belongs to. @see https://www.w3.org/TR/trace-context/ */
  readonly traceparent: string;
  child(start: SpanStart): Span;
  /** What is said to a host outside: `traceparent`, unless that host is none of ours. */
  headersFor(hostname: string): Readonly<Record<string, string>>;
  set(attributes: Attributes): void;
  /** Once. With the code of an error it counts as failed. */
  end(error?: string): void;
};

/**
 * The span that the running code belongs to. It is ambient, as nothing else here is: statements and calls to the outside are made far below
 * whoever knows of a request, and tracing must not change the signature of everything in between. Without tracing it is always empty.
 */
const current = new AsyncLocalStorage<Span | undefined>();

export const currentSpan = (): Span | undefined => current.getStore();

/** Runs the work as part of the span, which the caller ends. Without a span it is only run. */
export function within<T>(span: Span | undefined, work: () => T): T {
  return span ? current.run(span, work) : work();
}

/**
 * The same work, as part of what is current now, for whoever runs it later and elsewhere. Not `AsyncLocalStorage.snapshot`: for each it makes
 * properties that are deprecated, and that takes more than most of what is run.
 */
export function inSpanOfCaller<Input, T>(
  work: (input: Input) => T,
): (input: Input) => T {
  const span = current.getStore();
  return (input) =>
    current.getStore() === span
      ? work(input)
      : current.run(span, () => work(input));
}

/** Runs the work as a span of its own below the current one; outside of a trace it is only run. Whatever is thrown ends it as failed and goes on. */
export async function traced<T>(
  start: SpanStart,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  const span = currentSpan()?.child(start);
  if (!span) return work(undefined);
  try {
    const result = await current.run(span, () => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(errorCode(error));
    throw error;
  }
}

/** The code or the kind of a fault, never its message: that may quote what a person typed. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error && typeof error.code === "string"
    ? error.code
    : error.name;
}
