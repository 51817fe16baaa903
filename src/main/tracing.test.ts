import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  attributeOf,
  startOtlpCollector,
  type CollectedSpan,
  type OtlpCollector,
} from "../platform/testing/otlp-collector.ts";
import { startTestPortal, type TestPortal } from "./testing/test-portal.ts";
import { personalIn } from "./testing/typed-values.ts";
import { visitorOf } from "./testing/visitor.ts";

const email = "spur.sucherin@x.example";

void describe("traces of a portal", () => {
  let collector: OtlpCollector;
  let portal: TestPortal;
  let log: readonly string[];

  const register = () =>
    visitorOf(portal, "grabow").visit(
      "/anmelden/registrieren?zurueck=%2Fgeheim-4711",
      {
        fields: {
          displayName: "Sabine Spurensucherin",
          email,
          password: "drei Enten am Pfaffenteich",
          zurueck: "/",
        },
        headers: { traceparent: foreign },
      },
    );
  const foreign = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  before(async () => {
    collector = await startOtlpCollector();
    portal = await startTestPortal({
      variables: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
        OTEL_EXPORTER_OTLP_HEADERS: "x-scope-orgid=rathaus",
        OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=probe",
        OTEL_BSP_SCHEDULE_DELAY: "50",
      },
    });
    const visitor = visitorOf(portal, "grabow");
    await visitor.visit("/leistungen/hundesteuer?q=geheim-4711");
    await visitor.visit("/status/geheim-4711");
    const registered = await register();
    assert.equal(registered.status, 200, registered.text);
    await jobOf("mail.send");
    log = [...portal.log];
    await portal.close();
  });
  after(() => collector.close());

  const jobOf = async (name: string): Promise<CollectedSpan> => {
    for (;;) {
      const found = collector.spans.find((span) => span.name === `job ${name}`);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const spanOf = (name: string) => {
    const found = collector.spans.find((span) => span.name === name);
    assert.ok(found, `no span ${name}`);
    return found;
  };
  const registration = () => spanOf("POST /anmelden/registrieren");
  const below = ({ spanId }: CollectedSpan) =>
    collector.spans.filter(({ parentSpanId }) => parentSpanId === spanId);

  void test("hold a span for each request, with the pattern of its route and its status", () => {
    const span = spanOf("GET /leistungen/:name");
    assert.equal(span.kind, 2);
    assert.equal(attributeOf(span, "http.route"), "/leistungen/:name");
    assert.equal(attributeOf(span, "http.response.status_code"), "200");
    assert.equal(span.status, undefined);
    assert.ok(span.startTimeUnixNano < span.endTimeUnixNano);
  });

  void test("show below a request the statements that it asked for", () => {
    const insert = below(registration()).find(
      ({ name }) => name === "insert mail.message",
    );
    assert.ok(insert);
    assert.match(
      String(attributeOf(insert, "db.query.text")),
      /^insert into .*\$1/,
    );
  });

  void test("lead from a job to the request that enqueued it", async () => {
    const job = await jobOf("mail.send");
    const { traceId, spanId } = registration();
    assert.notEqual(job.traceId, traceId);
    assert.equal(job.links[0]?.traceId, traceId);
    assert.ok(
      collector.spans.some(
        (span) => span.spanId === spanId && span.traceId === traceId,
      ),
    );
    assert.equal(attributeOf(job, "openrathaus.job.outcome"), "done");
    assert.equal(attributeOf(job, "openrathaus.job.attempt"), "1");
    assert.ok(below(job).length > 0);
  });

  void test("meet the log in the id of the trace", () => {
    const line = log.find((entry) =>
      entry.includes('"route":"/anmelden/registrieren"'),
    );
    const { traceId, spanId } = registration();
    assert.ok(
      line?.includes(`"traceId":"${traceId}","spanId":"${spanId}"`),
      line,
    );
  });

  void test("begin here when nobody who is trusted stands in front", () => {
    assert.ok(!foreign.includes(registration().traceId));
    assert.equal(registration().parentSpanId, undefined);
  });

  void test("say nothing of what somebody typed, sent in an address or is known by", () => {
    assert.ok(collector.bodies.length > 0);
    assert.deepEqual(personalIn(collector.bodies), []);
    const all = collector.bodies.join();
    assert.doesNotMatch(
      all,
      /geheim-4711|Spurensucherin|sucherin|Pfaffenteich/,
    );
    assert.doesNotMatch(all, /hundesteuer|set_config\('/);
  });

  void test("reach the collector with what the operator says of the process", () => {
    assert.equal(collector.headers[0]?.["x-scope-orgid"], "rathaus");
    assert.match(
      collector.bodies[0] ?? "",
      /"deployment.environment.name","value":\{"stringValue":"probe"\}/,
    );
  });
});
