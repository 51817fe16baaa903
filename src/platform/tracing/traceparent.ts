/** A span of another process, as it says so itself. */
export type RemoteSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly isSampled: boolean;
};

/** Ids of zeros only are none. Version 00 has four parts and no more, later ones may have. */
const form =
  /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:$|(?<!^00.{53})-)/;

/** Undefined for anything that is not as the standard has it; the trace begins here then. @see https://www.w3.org/TR/trace-context/#traceparent-header */
export function parseTraceparent(text = ""): RemoteSpan | undefined {
  const parts = form.exec(text);
  if (!parts) return undefined;
  const [, traceId = "", spanId = "", flags = ""] = parts;
  return { traceId, spanId, isSampled: (parseInt(flags, 16) & 1) === 1 };
}

export function writeTraceparent({
  traceId,
  spanId,
  isSampled,
}: RemoteSpan): string {
  return `00-${traceId}-${spanId}-${isSampled ? "01" : "00"}`;
}
