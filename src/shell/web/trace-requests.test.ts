import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fastify from "fastify";
import {
  createTracer,
  type FinishedSpan,
} from "../../platform/tracing/tracer.ts";
import { currentSpan } from "../../platform/tracing/span.ts";
import { inTraceOf, traceRequests } from "./trace-requests.ts";

void describe("a trace that a proxy began", () => {
  const spans: FinishedSpan[] = [];
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
  const app = fastify();
  before(async () => {
    const tracer = createTracer({
      sampling: { share: 1, followsParent: true },
      tells: () => false,
      onEnd: (span) => spans.push(span),
    });
    traceRequests(app, { tracer, trustedProxies: ["10.0.0.0/8"] });
    app.get("/akte/:id", (request) =>
      inTraceOf(request, () => currentSpan()?.traceId ?? "none"),
    );
    app.get("/kaputt", (_request, reply) => reply.code(500).send());
    await app.ready();
  });
  after(() => app.close());
  const visit = async (remoteAddress: string, url = "/akte/geheim-4711") => {
    spans.length = 0;
    const headers = { traceparent };
    const { body } = await app.inject({ url, headers, remoteAddress });
    const [span] = spans;
    assert.ok(span);
    return { span, body };
  };

  void test("goes on here when the proxy is trusted", async () => {
    for (const address of ["10.1.2.3", "::ffff:10.1.2.3"]) {
      const { span, body } = await visit(address);
      assert.equal(span.traceId, traceId);
      assert.equal(span.parentSpanId, "b7ad6b7169203331");
      assert.equal(body, traceId);
    }
  });

  void test("is not believed of anybody else", async () => {
    const { span } = await visit("192.0.2.1");
    assert.notEqual(span.traceId, traceId);
    assert.equal(span.parentSpanId, undefined);
  });

  void test("counts as failed when the answer is a fault of ours, and not when there is no such page", async () => {
    assert.equal((await visit("10.1.2.3", "/kaputt")).span.error, "500");
    const { span } = await visit("10.1.2.3", "/gibt-es-nicht");
    assert.equal(span.error, undefined);
    assert.equal(span.name, "GET unknown");
  });
});
