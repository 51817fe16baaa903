import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addUp, countedOnly, ofProcess } from "./add-up.ts";
import { createMetrics } from "./metrics.ts";
import { writeMetrics } from "./write-metrics.ts";

function someMetrics() {
  const metrics = createMetrics();
  const answer = metrics.counter({ name: "answers_total", help: "Answers" });
  const took = metrics.histogram({
    name: "took_seconds",
    help: "How long",
    bounds: [0.1, 1],
  });
  metrics.read({ name: "memory_bytes", help: "Memory", kind: "gauge" }, () => [
    { labels: {}, value: 7 },
  ]);
  return { metrics, answer, took };
}

void describe("metrics", () => {
  void test("are written as Prometheus reads them, buckets adding up", () => {
    const { metrics, answer, took } = someMetrics();
    answer({ route: 'a"b\\c\n', status: "200" });
    answer({ status: "200", route: 'a"b\\c\n' });
    for (const seconds of [0.1, 0.5, 3]) took({}, seconds);
    assert.equal(
      writeMetrics(metrics.snapshot()),
      [
        "# HELP answers_total Answers",
        "# TYPE answers_total counter",
        String.raw`answers_total{route="a\"b\\c\n",status="200"} 2`,
        "# HELP took_seconds How long",
        "# TYPE took_seconds histogram",
        'took_seconds_bucket{le="0.1"} 1',
        'took_seconds_bucket{le="1"} 2',
        'took_seconds_bucket{le="+Inf"} 3',
        "took_seconds_sum 3.6",
        "took_seconds_count 3",
        "# HELP memory_bytes Memory",
        "# TYPE memory_bytes gauge",
        "memory_bytes 7",
        "",
      ].join("\n"),
    );
  });

  void test("of several processes add up, and what one has counted stays when it ends", () => {
    const [one, two] = [someMetrics(), someMetrics()];
    one.answer({ status: "200" });
    two.answer({ status: "200" });
    two.answer({ status: "500" });
    one.took({}, 0.5);
    two.took({}, 5);
    const text = writeMetrics(
      addUp([
        ofProcess(one.metrics.snapshot(), "1"),
        countedOnly(ofProcess(two.metrics.snapshot(), "2")),
      ]),
    );
    assert.match(text, /^answers_total\{status="200"\} 2$/m);
    assert.match(text, /^answers_total\{status="500"\} 1$/m);
    assert.match(text, /^took_seconds_bucket\{le="1"\} 1$/m);
    assert.match(text, /^took_seconds_count 2$/m);
    assert.match(text, /^memory_bytes\{process="1"\} 7$/m);
    assert.doesNotMatch(text, /process="2"/);
  });
});
