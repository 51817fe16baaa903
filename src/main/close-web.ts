import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

const sweepMs = 100;

export type ClosingWeb = {
  /** Readiness says "draining" from its abort on; undefined: proxies are to notice nothing, others answer on the same port. */
  readonly leaving: AbortController | undefined;
  /** How long proxies get to see that and to send their requests elsewhere. */
  readonly drainMs: number;
};

/**
 * Goes on answering while proxies notice that it leaves, then takes no new requests and finishes the running ones. Browsers keep the
 * connection open after their answer for more than a minute: `close()` alone would wait for that.
 */
export async function closeWeb(
  app: FastifyInstance,
  { leaving, drainMs }: ClosingWeb,
): Promise<void> {
  leaving?.abort();
  // Whoever keeps a connection goes over to another process with the next one.
  app.server.prependListener("request", (_request, response) => {
    response.shouldKeepAlive = false;
  });
  await sleep(drainMs);
  const sweep = setInterval(() => {
    app.server.closeIdleConnections();
  }, sweepMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
