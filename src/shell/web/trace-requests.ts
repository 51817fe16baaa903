import type { FastifyInstance, FastifyRequest } from "fastify";
import { holds, rangesOf } from "../../platform/http-client/inner-addresses.ts";
import { within, type Span } from "../../platform/tracing/span.ts";
import type { Tracer } from "../../platform/tracing/tracer.ts";

const spans = new WeakMap<FastifyRequest, Span>();

export type TracedRequests = {
  /** Undefined: nothing is traced. */
  readonly tracer?: Tracer | undefined;
  readonly trustedProxies: readonly string[];
};

/**
 * A span for each request, from its first byte to the end of the answer, with what the log line has and no more: the address may hold a
 * private link. Who comes through a proxy that is trusted may bring the trace that the proxy began; anybody else begins a new one.
 */
export function traceRequests(
  app: FastifyInstance,
  { tracer, trustedProxies }: TracedRequests,
): void {
  if (!tracer) return;
  const proxies = rangesOf(trustedProxies);
  const isProxy = ({ socket }: FastifyRequest) =>
    holds(proxies, socket.remoteAddress ?? "");
  app.addHook("onRequest", (request, _reply, done) => {
    const { method } = request;
    const route = routeOf(request);
    const span = tracer.startRoot({
      name: `${method} ${route}`,
      kind: "server",
      parent: isProxy(request) ? traceparentOf(request) : undefined,
      attributes: {
        "http.request.method": method,
        "http.route": route,
        "openrathaus.request.id": request.id,
      },
    });
    spans.set(request, span);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const status = reply.statusCode;
    const span = spans.get(request);
    span?.set({ "http.response.status_code": status });
    span?.end(status >= 500 ? String(status) : undefined);
    done();
  });
  app.addHook("onRequestAbort", (request, done) => {
    spans.get(request)?.end("aborted");
    done();
  });
}

/** Runs work for a request as part of its span. */
export function inTraceOf<T>(request: FastifyRequest, work: () => T): T {
  return within(spans.get(request), work);
}

/** So that a trace can be looked for by the authority. */
export function noteTenantInTrace(
  request: FastifyRequest,
  tenantId: string,
): void {
  spans.get(request)?.set({ "openrathaus.tenant.id": tenantId });
}

const routeOf = (request: FastifyRequest): string =>
  request.routeOptions.url ?? "unknown";

function traceparentOf({ headers }: FastifyRequest): string | undefined {
  const { traceparent } = headers;
  return typeof traceparent === "string" ? traceparent : undefined;
}
