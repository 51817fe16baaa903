import type { FastifyInstance } from "fastify";

const sweepMs = 100;

/**
 * Takes no new requests and finishes the running ones. Browsers keep the connection open after their answer for more than
 * a minute: `close()` alone would wait for that.
 */
export async function closeWeb(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => {
    app.server.closeIdleConnections();
  }, sweepMs);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
