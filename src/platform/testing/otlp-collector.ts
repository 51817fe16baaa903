import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

// What opentelemetry-proto (trace, common, resource; v1) says of each field, names as JSON has them, ids in hex; and nothing that it does not have.
const traceId = z.string().regex(/^(?!0+$)[\da-f]{32}$/);
const spanId = z.string().regex(/^(?!0+$)[\da-f]{16}$/);
const nanoseconds = z.string().regex(/^\d{19}$/);
const attributes = z
  .array(
    z.strictObject({
      key: z.string(),
      value: z.union([
        z.strictObject({ stringValue: z.string() }),
        z.strictObject({ boolValue: z.boolean() }),
        z.strictObject({ intValue: z.string().regex(/^-?\d+$/) }),
        z.strictObject({ doubleValue: z.number() }),
      ]),
    }),
  )
  .refine(
    (all) => new Set(all.map(({ key }) => key)).size === all.length,
    "a key twice",
  );
const span = z
  .strictObject({
    traceId,
    spanId,
    parentSpanId: spanId.optional(),
    name: z.string().min(1),
    kind: z.union([1, 2, 3, 4, 5].map((kind) => z.literal(kind))),
    startTimeUnixNano: nanoseconds,
    endTimeUnixNano: nanoseconds,
    attributes,
    events: z.array(z.never()),
    links: z.array(z.strictObject({ traceId, spanId, attributes })),
    status: z.strictObject({ code: z.literal(2) }).optional(),
  })
  .refine(
    ({ startTimeUnixNano, endTimeUnixNano }) =>
      BigInt(endTimeUnixNano) >= BigInt(startTimeUnixNano),
    "ends before it begins",
  );
const message = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes }),
      scopeSpans: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.string(), version: z.string() }),
          spans: z.array(span).min(1),
        }),
      ),
    }),
  ),
});

export type CollectedSpan = z.infer<typeof span>;

export type OtlpCollector = {
  /** As `OTEL_EXPORTER_OTLP_ENDPOINT` wants it. */
  readonly endpoint: string;
  readonly spans: CollectedSpan[];
  /** Everything that came, as text. */
  readonly bodies: string[];
  readonly headers: IncomingMessage["headers"][];
  /** How the next messages are answered; `silent`: not at all. */
  answer: number | "silent";
  /** Ends all connections, with whatever is on its way. */
  hangUp(): void;
  close(): Promise<void>;
};

/** A collector as the protocol has it: takes spans at `/v1/traces` and refuses what does not follow the format. @see https://opentelemetry.io/docs/specs/otlp/#otlphttp */
export async function startOtlpCollector(): Promise<OtlpCollector> {
  const server = createServer((request, reply) => {
    collector.headers.push(request.headers);
    void readBody(request).then((text) => {
      if (collector.answer === "silent") return;
      if (collector.answer === 200) reply.statusCode = take(request, text);
      else reply.statusCode = collector.answer;
      reply.setHeader("content-type", "application/json").end("{}");
    });
  });
  const take = (request: IncomingMessage, text: string): number => {
    if (request.url !== "/v1/traces") return 404;
    if (request.headers["content-type"] !== "application/json") return 415;
    const parsed = message.safeParse(JSON.parse(text));
    if (!parsed.success) return 400;
    collector.bodies.push(text);
    for (const { scopeSpans } of parsed.data.resourceSpans)
      for (const { spans } of scopeSpans) collector.spans.push(...spans);
    return 200;
  };
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.listen(0, "127.0.0.1", () => {
    resolve(undefined);
  });
  await promise;
  const { port } = server.address() as AddressInfo;
  const collector: OtlpCollector = {
    endpoint: `http://127.0.0.1:${String(port)}`,
    spans: [],
    bodies: [],
    headers: [],
    answer: 200,
    hangUp: () => {
      server.closeAllConnections();
    },
    close: async () => {
      const closed = Promise.withResolvers<undefined>();
      server.close(() => {
        closed.resolve(undefined);
      });
      server.closeAllConnections();
      await closed.promise;
    },
  };
  return collector;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    assert.ok(chunk instanceof Buffer);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return (
    request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body
  ).toString();
}

/** The value of an attribute, whatever its type. */
export function attributeOf(
  { attributes: all }: CollectedSpan,
  key: string,
): unknown {
  const value = all.find((attribute) => attribute.key === key)?.value;
  return value && Object.values(value)[0];
}
