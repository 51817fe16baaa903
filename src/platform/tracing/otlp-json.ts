import type { Attributes, SpanKind } from "./span.ts";
import type { FinishedSpan } from "./tracer.ts";

/** Numbers of the protocol's enumerations. */
const kinds: Readonly<Record<SpanKind, number>> = {
  internal: 1,
  server: 2,
  client: 3,
  consumer: 5,
};
const failed = 2;

/**
 * `ExportTraceServiceRequest` in JSON: ids in hexadecimal, 64-bit numbers as strings, names in lowerCamelCase, enumerations as numbers.
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export function writeOtlpJson(
  resource: Attributes,
  {
    version,
    spans,
  }: { readonly version: string; readonly spans: readonly FinishedSpan[] },
): string {
  return JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: writeAttributes(resource) },
        scopeSpans: [
          {
            scope: { name: "openrathaus", version },
            spans: spans.map(writeSpan),
          },
        ],
      },
    ],
  });
}

/** Lists that are empty are written nevertheless, as OpenTelemetry's own programs do: some receivers take it that they are there. */
function writeSpan(span: FinishedSpan) {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    ...(span.parentSpanId && { parentSpanId: span.parentSpanId }),
    name: span.name,
    kind: kinds[span.kind],
    startTimeUnixNano: nanoseconds(span.startMs),
    endTimeUnixNano: nanoseconds(span.endMs),
    attributes: writeAttributes({
      ...span.attributes,
      ...(span.error !== undefined && { "error.type": span.error }),
    }),
    events: [],
    links: span.link
      ? [
          {
            traceId: span.link.traceId,
            spanId: span.link.spanId,
            attributes: [],
          },
        ]
      : [],
    ...(span.error !== undefined && { status: { code: failed } }),
  };
}

/** In two steps: a floating-point number has too few digits for all of them. */
function nanoseconds(ms: number): string {
  const whole = Math.floor(ms);
  const rest = Math.floor((ms - whole) * 1e6);
  return String(BigInt(whole) * 1_000_000n + BigInt(rest));
}

function writeAttributes(attributes: Attributes) {
  return Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: writeValue(value) }],
  );
}

function writeValue(value: string | number | boolean) {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return Number.isInteger(value)
    ? { intValue: String(value) }
    : { doubleValue: value };
}
