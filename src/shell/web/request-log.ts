import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "../../platform/logging/logger.ts";
import { inTraceOf, noteTenantInTrace } from "./trace-requests.ts";

const tenants = new WeakMap<FastifyRequest, string>();
const refused = new WeakMap<FastifyRequest, string>();

/** Remembers whose portal a request is for, so that its line in the log names the tenant. */
export function noteTenant(request: FastifyRequest, tenantId: string): void {
  tenants.set(request, tenantId);
  noteTenantInTrace(request, tenantId);
}

/** Remembers which member of staff was refused a page, so that its line in the log tells who tried. @see ASVS 5.0, 16.3.2 */
export function noteRefused(request: FastifyRequest, staffId: string): void {
  refused.set(request, staffId);
}

/** What became of a request, without anything of its address or its sender. */
export type Answered = {
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  readonly status: number;
  /** Undefined for a page that was kept in memory: it takes no time. */
  readonly seconds?: number;
};

export type RequestWatch = {
  readonly logger: Logger;
  readonly onAnswer?: ((answered: Answered) => void) | undefined;
};

/**
 * One line for each answer: ids, the route's pattern and figures. Never the address itself: it may hold a private link.
 * Kept public pages are answered before this and leave no line; a proxy in front counts them.
 */
export function logRequests(
  app: FastifyInstance,
  { logger, onAnswer }: RequestWatch,
): void {
  app.addHook("onResponse", (request, reply, done) => {
    const line = {
      requestId: request.id,
      tenantId: tenants.get(request),
      method: request.method,
      route: request.routeOptions.url ?? "unknown",
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
      refusedStaffId: refused.get(request),
    };
    inTraceOf(request, () => {
      logger.info(line, "request");
    });
    onAnswer?.({
      method: request.method,
      route: request.routeOptions.url ?? "unknown",
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
}
