import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "../../platform/logging/logger.ts";

const tenants = new WeakMap<FastifyRequest, string>();

/** Remembers whose portal a request is for, so that its line in the log names the tenant. */
export function noteTenant(request: FastifyRequest, tenantId: string): void {
  tenants.set(request, tenantId);
}

/**
 * One line for each answer: ids, the route's pattern and figures. Never the address itself: it may hold a private link.
 * Kept public pages are answered before this and leave no line; a proxy in front counts them.
 */
export function logRequests(app: FastifyInstance, logger: Logger): void {
  app.addHook("onResponse", (request, reply, done) => {
    logger.info(
      {
        requestId: request.id,
        tenantId: tenants.get(request),
        method: request.method,
        route: request.routeOptions.url ?? "unknown",
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      },
      "request",
    );
    done();
  });
}
