import { hostname } from "node:os";
import type { TracingSettings } from "../config/tracing-settings.ts";
import { createHttpClient } from "../http-client/http-client.ts";
import { isNamed } from "../http-client/reach.ts";
import type { Logger } from "../logging/logger.ts";
import { programVersion } from "../process/program-version.ts";
import { writeOtlpJson } from "./otlp-json.ts";
import { sendSpans } from "./send-spans.ts";
import { createTracer, type Tracer } from "./tracer.ts";

export type Tracing = Tracer & {
  /** Sends what is still there. */
  close(): Promise<void>;
};

/** Spans of this process on their way to the collector that the operator has set. */
export function openTracing(
  settings: TracingSettings,
  logger: Logger,
): Tracing {
  const { url, headers, compression, everyMs, sampling, toldHosts } = settings;
  const version = programVersion;
  const about = {
    "service.name": "openrathaus",
    "service.version": version,
    "service.instance.id": `${hostname()}:${String(process.pid)}`,
    ...settings.resource,
  };
  const sender = sendSpans({
    http: createHttpClient({ maxConnectionsPerHost: 1 }),
    url,
    headers,
    compression,
    everyMs,
    logger,
    write: (spans) => writeOtlpJson(about, { version, spans }),
  });
  const tracer = createTracer({
    sampling,
    tells: (host) => toldHosts.some((told) => isNamed(host, told)),
    onEnd: sender.add,
  });
  return { ...tracer, close: () => sender.close() };
}
