import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { readSettings } from "../config/settings.ts";
import { createHttpClient } from "../http-client/http-client.ts";
import { createLogger } from "../logging/logger.ts";
import {
  attributeOf,
  startOtlpCollector,
  type OtlpCollector,
} from "../testing/otlp-collector.ts";
import { openTracing, type Tracing } from "./open-tracing.ts";
import { isKept } from "./sampler.ts";
import { currentSpan, traced, within } from "./span.ts";
import { parseTraceparent } from "./traceparent.ts";

const settingsFor = (variables: Readonly<Record<string, string>>) => {
  const { tracing } = readSettings(variables);
  assert.ok(tracing);
  return tracing;
};

void describe("spans on their way to a collector", () => {
  let collector: OtlpCollector;
  const log: string[] = [];
  const logger = createLogger("info", { write: (line) => void log.push(line) });
  before(async () => {
    collector = await startOtlpCollector();
  });
  after(() => collector.close());
  beforeEach(() => {
    collector.spans.length = 0;
    collector.headers.length = 0;
    collector.answer = 200;
    log.length = 0;
  });

  /** Sends only when it is asked to. */
  const open = (
    everyMs = "900000",
    variables: Readonly<Record<string, string>> = {},
  ): Tracing =>
    openTracing(
      settingsFor({
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
        OTEL_BSP_SCHEDULE_DELAY: everyMs,
        TRACE_CONTEXT_HOSTS: "localhost",
        ...variables,
      }),
      logger,
    );
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const messages = () =>
    log.map((line) => /"msg":"(?<msg>[^"]*)"/.exec(line)?.groups?.["msg"]);

  void test("keep their order below one another, and the code of what failed", async () => {
    const tracing = open();
    const root = tracing.startRoot({ name: "root", kind: "server" });
    const failing = () =>
      traced({ name: "outer" }, () =>
        traced({ name: "inner" }, () =>
          Promise.reject(Object.assign(new Error("Erika"), { code: "23505" })),
        ),
      );
    await assert.rejects(within(root, failing));
    root.end();
    await tracing.close();
    const [inner, outer, last] = collector.spans;
    assert.deepEqual(
      [inner?.parentSpanId, outer?.parentSpanId, last?.parentSpanId],
      [outer?.spanId, last?.spanId, undefined],
    );
    assert.ok(inner && last);
    assert.equal(attributeOf(inner, "error.type"), "23505");
    assert.deepEqual(inner.status, { code: 2 });
    assert.ok(!collector.bodies.join().includes("Erika"));
    assert.equal(currentSpan(), undefined);
  });

  void test("are packed, unless the operator says that nobody unpacks them", async () => {
    for (const compression of ["gzip", "none"]) {
      const tracing = open(undefined, {
        OTEL_EXPORTER_OTLP_COMPRESSION: compression,
      });
      tracing.startRoot({ name: compression, kind: "server" }).end();
      await tracing.close();
    }
    assert.deepEqual(
      collector.spans.map(({ name }) => name),
      ["gzip", "none"],
    );
    assert.deepEqual(
      collector.headers.map((headers) => headers["content-encoding"]),
      ["gzip", undefined],
    );
  });

  void test("wait for a collector that is away, and are told once of it", async () => {
    collector.answer = 503;
    const tracing = open("10");
    tracing.startRoot({ name: "early" }).end();
    await until(() => collector.headers.length >= 3);
    assert.deepEqual(messages(), ["traces cannot be sent"]);
    collector.answer = 200;
    await until(() => collector.spans.length > 0);
    await tracing.close();
    assert.deepEqual(
      collector.spans.map(({ name }) => name),
      ["early"],
    );
    assert.deepEqual(messages(), [
      "traces cannot be sent",
      "traces are sent again",
    ]);
  });

  void test("are not sent again when the collector refuses them", async () => {
    collector.answer = 400;
    const tracing = open("10");
    tracing.startRoot({ name: "wrong" }).end();
    await until(() => log.length > 0);
    collector.answer = 200;
    tracing.startRoot({ name: "right" }).end();
    await until(() => collector.spans.length > 0);
    await tracing.close();
    assert.deepEqual(
      collector.spans.map(({ name }) => name),
      ["right"],
    );
  });

  void test("keep nobody waiting while the collector says nothing, and take a bounded part of memory", async () => {
    collector.answer = "silent";
    const tracing = open("10");
    const end = (count: number) => {
      for (let made = 0; made < count; made += 1)
        tracing.startRoot({ name: "one of many" }).end();
    };
    end(1);
    await until(() => collector.headers.length > 0);
    // All of it happens while one message is on its way.
    end(10_000);
    collector.answer = 200;
    collector.hangUp();
    await until(() => collector.spans.length > 0);
    await tracing.close();
    assert.ok(collector.spans.length <= 4_096);
    assert.match(log.at(-1) ?? "", /"dropped":59\d\d,/);
  });

  void test("are not made for the message that carries them", async () => {
    const tracing = open("10");
    const root = tracing.startRoot({ name: "root" });
    await within(root, async () => {
      root.child({ name: "child" }).end();
      await until(() => collector.spans.length > 0);
    });
    await tracing.close();
    assert.deepEqual(
      collector.spans.map(({ name }) => name),
      ["child"],
    );
  });

  void test("give lines of the log the ids of their trace, and no others", async () => {
    const tracing = open();
    const root = tracing.startRoot({ name: "root" });
    within(root, () => {
      logger.info({}, "inside");
    });
    logger.info({}, "outside");
    await tracing.close();
    assert.ok(log[0]?.includes(`"traceId":"${root.traceId}"`));
    assert.ok(!log[1]?.includes("traceId"));
  });

  void describe("of calls to the outside", () => {
    const heard: IncomingHttpHeaders[] = [];
    const server = createServer((request, reply) => {
      heard.push(request.headers);
      reply.statusCode = 404;
      reply.end();
    });
    const client = createHttpClient();
    before(async () => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      server.listen(0, "127.0.0.1", () => {
        resolve(undefined);
      });
      await promise;
    });
    after(() => {
      client.close();
      server.close();
    });
    const call = async (tracing: Tracing, host: string) => {
      const { port } = server.address() as AddressInfo;
      const root = tracing.startRoot({ name: "root" });
      const url = `http://${host}:${String(port)}/akte/geheim-4711`;
      await within(root, () => client.request({ method: "GET", url }));
      return root;
    };

    void test("name the host and the answer, never the path", async () => {
      const tracing = open();
      const root = await call(tracing, "127.0.0.1");
      await tracing.close();
      const span = collector.spans.find(({ name }) => name === "GET 127.0.0.1");
      assert.ok(span);
      assert.equal(span.parentSpanId, root.spanId);
      assert.equal(attributeOf(span, "http.response.status_code"), "404");
      assert.ok(!collector.bodies.join().includes("geheim-4711"));
    });

    void test("tell their trace to hosts that the operator named, and to no others", async () => {
      const tracing = open();
      const root = await call(tracing, "localhost");
      assert.ok(heard.at(-1)?.["traceparent"]?.includes(root.traceId));
      await call(tracing, "127.0.0.1");
      assert.equal(heard.at(-1)?.["traceparent"], undefined);
      await tracing.close();
    });
  });
});

void describe("a trace that began elsewhere", () => {
  const valid = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  void test("is read as the standard writes it, also from later versions", () => {
    const parsed = {
      traceId: "0af7651916cd43dd8448eb211c80319c",
      spanId: "b7ad6b7169203331",
      isSampled: true,
    };
    assert.deepEqual(parseTraceparent(valid), parsed);
    assert.deepEqual(parseTraceparent(`cc${valid.slice(2)}-more`), parsed);
  });

  for (const [what, text] of [
    ["of version ff", `ff${valid.slice(2)}`],
    ["of version 00 with more parts", `${valid}-more`],
    ["in capitals", valid.toUpperCase()],
    ["without a trace", `00-${"0".repeat(32)}-b7ad6b7169203331-01`],
    [
      "without a span",
      `00-0af7651916cd43dd8448eb211c80319c-${"0".repeat(16)}-01`,
    ],
    ["that is none", "<script>"],
  ] as const)
    void test(`is not believed ${what}`, () => {
      assert.equal(parseTraceparent(text), undefined);
    });
});

void describe("which traces are kept", () => {
  const id = (tail: string) => tail.padStart(32, "0");
  const parent = (isSampled: boolean) => ({
    traceId: id("1"),
    spanId: "1".repeat(16),
    isSampled,
  });

  void test("is decided by their ids, the same everywhere", () => {
    const sampling = { share: 0.25, followsParent: true };
    assert.equal(isKept(sampling, id("c".padEnd(13, "0"))), true);
    assert.equal(isKept(sampling, id("b".padEnd(13, "f"))), false);
  });

  void test("follows whoever began one, unless the operator says otherwise", () => {
    const none = { share: 0, followsParent: true };
    assert.equal(isKept(none, id("f"), parent(true)), true);
    assert.equal(isKept({ ...none, share: 1 }, id("f"), parent(false)), false);
    assert.equal(
      isKept({ share: 0, followsParent: false }, id("f"), parent(true)),
      false,
    );
  });
});

void describe("settings of traces", () => {
  void test("are those of OpenTelemetry", () => {
    const { url, headers, resource, sampling } = settingsFor({
      OTEL_EXPORTER_OTLP_ENDPOINT: "https://collector.example/base/",
      OTEL_EXPORTER_OTLP_HEADERS: "authorization=Basic%20abc=, x-a=b",
      OTEL_SERVICE_NAME: "portal",
      OTEL_RESOURCE_ATTRIBUTES: "service.name=other,k8s.pod.name=web-1",
      OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
      OTEL_TRACES_SAMPLER_ARG: "0.1",
    });
    assert.equal(url, "https://collector.example/base/v1/traces");
    assert.deepEqual(headers, { authorization: "Basic abc=", "x-a": "b" });
    assert.deepEqual(resource, {
      "service.name": "portal",
      "k8s.pod.name": "web-1",
    });
    assert.deepEqual(sampling, { share: 0.1, followsParent: true });
  });

  void test("lead nowhere without an address, or when they are turned off", () => {
    assert.equal(
      readSettings({ OTEL_SERVICE_NAME: "portal" }).tracing,
      undefined,
    );
    const endpoint = "http://127.0.0.1:4318";
    assert.equal(
      readSettings({
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_SDK_DISABLED: "true",
      }).tracing,
      undefined,
    );
  });

  for (const [name, value] of [
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317"],
    ["OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"],
    ["OTEL_EXPORTER_OTLP_COMPRESSION", "zstd"],
    ["OTEL_EXPORTER_OTLP_HEADERS", "no pair"],
    ["OTEL_RESOURCE_ATTRIBUTES", "a=%zz"],
    ["OTEL_TRACES_SAMPLER", "jaeger_remote"],
    ["OTEL_TRACES_SAMPLER_ARG", "2"],
    ["OTEL_BSP_SCHEDULE_DELAY", "0"],
    ["TRACE_CONTEXT_HOSTS", "https://a.example"],
  ] as const)
    void test(`stop the start when ${name} is wrong`, () => {
      assert.throws(() => readSettings({ [name]: value }), new RegExp(name));
    });
});
