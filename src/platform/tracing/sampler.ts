import type { RemoteSpan } from "./traceparent.ts";

/** Which traces are kept. @see OpenTelemetry, `OTEL_TRACES_SAMPLER` */
export type Sampling = {
  /** Of traces that begin here: 0 to 1. */
  readonly share: number;
  /** Whether one that began elsewhere is kept if and only if it is kept there. */
  readonly followsParent: boolean;
};

/** By the trace's id, so that every program decides the same. @see OpenTelemetry, "consistent probability sampling" */
export function isKept(
  { share, followsParent }: Sampling,
  traceId: string,
  parent?: RemoteSpan,
): boolean {
  if (parent && followsParent) return parent.isSampled;
  if (share >= 1) return true;
  // The last 56 bits are the random ones of an id, of which a number holds 52 exactly.
  return parseInt(traceId.slice(-13), 16) >= (1 - share) * 2 ** 52;
}
