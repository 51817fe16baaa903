import { randomBytes } from "node:crypto";
import { isKept, type Sampling } from "./sampler.ts";
import type { Attributes, Span, SpanKind, SpanStart } from "./span.ts";
import { parseTraceparent, writeTraceparent } from "./traceparent.ts";

export type FinishedSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly kind: SpanKind;
  /** Milliseconds since 1970, with fractions. */
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Attributes;
  readonly link:
    | { readonly traceId: string; readonly spanId: string }
    | undefined;
  /** Undefined: it did not fail. */
  readonly error: string | undefined;
};

export type RootStart = SpanStart & {
  /** The span of a caller that may be believed; without one a trace begins here. */
  readonly parent?: string | undefined;
  /** The span that gave rise to this one in a trace of its own. */
  readonly link?: string | undefined;
};

export type Tracer = {
  /** The first span of this process in a trace. */
  startRoot(start: RootStart): Span;
};

export type TracerOptions = {
  readonly sampling: Sampling;
  /** Whether a host outside may be told of the trace. */
  readonly tells: (hostname: string) => boolean;
  readonly onEnd: (span: FinishedSpan) => void;
};

/** Makes spans, and hands over those that ended and are to be kept. */
export function createTracer(options: TracerOptions): Tracer {
  return {
    startRoot: ({ parent: said, link, ...start }) => {
      const parent = parseTraceparent(said);
      const traceId = parent?.traceId ?? randomBytes(16).toString("hex");
      return openSpan(
        {
          options,
          traceId,
          isSampled: isKept(options.sampling, traceId, parent),
          epochMs: Date.now() - performance.now(),
        },
        {
          ...start,
          parentSpanId: parent?.spanId,
          link: parseTraceparent(link),
        },
      );
    },
  };
}

/** What all spans of a trace have in common. */
type Trace = {
  readonly options: TracerOptions;
  readonly traceId: string;
  readonly isSampled: boolean;
  /** Of the trace, not of each span: a clock that is put right meanwhile would let children end after their parents. */
  readonly epochMs: number;
};

function openSpan(
  trace: Trace,
  {
    parentSpanId,
    link,
    ...start
  }: SpanStart & Pick<FinishedSpan, "parentSpanId" | "link">,
): Span {
  const { traceId, isSampled, options } = trace;
  const spanId = randomBytes(8).toString("hex");
  const traceparent = writeTraceparent({ traceId, spanId, isSampled });
  const startedAt = start.startedAt ?? performance.now();
  let attributes = start.attributes ?? {};
  let hasEnded = false;
  return {
    traceId,
    spanId,
    traceparent,
    child: (next) =>
      openSpan(trace, { ...next, parentSpanId: spanId, link: undefined }),
    headersFor: (hostname) => (options.tells(hostname) ? { traceparent } : {}),
    set: (more) => {
      attributes = { ...attributes, ...more };
    },
    end: (error) => {
      if (hasEnded || !isSampled) return;
      hasEnded = true;
      options.onEnd({
        traceId,
        spanId,
        parentSpanId,
        name: start.name,
        kind: start.kind ?? "internal",
        startMs: trace.epochMs + startedAt,
        endMs: trace.epochMs + performance.now(),
        attributes,
        link,
        error,
      });
    },
  };
}
