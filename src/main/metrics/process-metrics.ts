import { createMetrics, type Metrics } from "../../platform/metrics/metrics.ts";
import type { DatabaseWatch } from "../../platform/database/open-database.ts";
import type { Answered } from "../../shell/web/request-log.ts";
import type { Urgency } from "../../shell/web/turns.ts";

const requestBounds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10];
const statementBounds = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10];
const delayBounds = [0.005, 0.025, 0.1, 0.5, 2.5];

export type ProcessMetrics = {
  readonly metrics: Metrics;
  readonly onAnswer: (answered: Answered) => void;
  readonly onRefused: (urgency: Urgency) => void;
  readonly database: DatabaseWatch;
  stop(): void;
};

/** What a process measures of itself: requests by route pattern (never by address, tenant or person), statements, pool, memory, event loop. */
export function measureProcess(): ProcessMetrics {
  const metrics = createMetrics();
  const lateness = measureEventLoop(metrics);
  measureMemory(metrics);
  return {
    metrics,
    onAnswer: measureRequests(metrics),
    onRefused: measureRefused(metrics),
    database: measureDatabase(metrics),
    stop: () => {
      clearInterval(lateness);
    },
  };
}

function measureRequests(metrics: Metrics): ProcessMetrics["onAnswer"] {
  const count = metrics.counter({
    name: "openrathaus_http_requests_total",
    help: "Answered requests by method, route pattern and status",
  });
  const took = metrics.histogram({
    name: "openrathaus_http_request_duration_seconds",
    help: "Time to the end of the answer by route pattern; pages kept in memory are not in it",
    bounds: requestBounds,
  });
  return ({ method, route, status, seconds }) => {
    count({ method, route, status: String(status) });
    if (seconds !== undefined) took({ method, route }, seconds);
  };
}

function measureRefused(metrics: Metrics): ProcessMetrics["onRefused"] {
  const count = metrics.counter({
    name: "openrathaus_http_refused_total",
    help: "Requests asked to come again because more came than can be served: new, begun or sending",
  });
  return (urgency) => {
    count({ urgency });
  };
}

function measureDatabase(metrics: Metrics): DatabaseWatch {
  const took = metrics.histogram({
    name: "openrathaus_sql_duration_seconds",
    help: "Statements sent to the database, and how long until their answer",
    bounds: statementBounds,
  });
  return {
    onAnswered: (seconds) => {
      took({}, seconds);
    },
    onPool: (pool) => {
      metrics.read(
        {
          name: "openrathaus_database_pool_connections",
          help: "Connections to the database by state",
          kind: "gauge",
        },
        () => {
          const { total, idle } = pool();
          return [
            { labels: { state: "idle" }, value: idle },
            { labels: { state: "busy" }, value: total - idle },
          ];
        },
      );
      metrics.read(
        {
          name: "openrathaus_database_pool_waiting",
          help: "Who waits for a connection",
          kind: "gauge",
        },
        () => [{ labels: {}, value: pool().waiting }],
      );
    },
  };
}

function measureMemory(metrics: Metrics): void {
  const startedAt = Date.now() / 1000 - process.uptime();
  metrics.read(
    {
      name: "openrathaus_process_start_time_seconds",
      help: "When the process started (Unix time)",
      kind: "gauge",
    },
    () => [{ labels: {}, value: startedAt }],
  );
  metrics.read(
    {
      name: "openrathaus_memory_bytes",
      help: "Memory of the process: resident, and the used heap",
      kind: "gauge",
    },
    () => {
      const { rss, heapUsed } = process.memoryUsage();
      return [
        { labels: { kind: "resident" }, value: rss },
        { labels: { kind: "heap" }, value: heapUsed },
      ];
    },
  );
}

const tickMs = 500;

/** A tick that comes late was kept waiting by work that did not let go, as every request was then. */
function measureEventLoop(metrics: Metrics): NodeJS.Timeout {
  const late = metrics.histogram({
    name: "openrathaus_event_loop_delay_seconds",
    help: "How late a tick came that was due twice a second",
    bounds: delayBounds,
  });
  let last = performance.now();
  return setInterval(() => {
    const now = performance.now();
    late({}, Math.max(0, now - last - tickMs) / 1000);
    last = now;
  }, tickMs).unref();
}
