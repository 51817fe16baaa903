import { once } from "node:events";
import { createServer } from "node:http";
import type { ListenAddress } from "../config/listen-settings.ts";
import { SettingsError } from "../config/settings-error.ts";
import { metricsMediaType } from "../metrics/write-metrics.ts";

/** Answers `GET /metrics` at an address of its own, and nothing else. Throws `SettingsError` when it cannot listen there. */
export async function serveMetrics(
  { host, port }: ListenAddress,
  write: () => Promise<string>,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    void write().then((text) =>
      response.writeHead(200, { "content-type": metricsMediaType }).end(text),
    );
  });
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new SettingsError(
      `METRICS_LISTEN ${host}:${String(port)} cannot be listened on: it is in use, or no address of this machine. Example: METRICS_LISTEN=127.0.0.1:9464`,
      { cause: error },
    );
  }
  return {
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
