import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import {
  connectionLimits,
  limitConnections,
} from "../../platform/http-server/limit-connections.ts";
import type { Logger } from "../../platform/logging/logger.ts";
import { newId } from "../../platform/values/id.ts";
import { answerUnreadable } from "./answer-unreadable.ts";
import { answerAway } from "./answer-away.ts";
import { registerAssets } from "./asset-routes.ts";
import { isUnavailable } from "./faults.ts";
import { registerHealth, type HealthChecks } from "./health-routes.ts";
import { hostLabel } from "./host.ts";
import { answerKeptPages } from "./kept-pages.ts";
import { DatabaseAway } from "./outage.ts";
import { jsonContentType, rawContentType } from "./receive-form.ts";
import { pagesAbove } from "./page-above.ts";
import { refuseClashes } from "./route-clash.ts";
import type { Route } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";
import { sendError, sendPlainError } from "./send-reply.ts";
import { logRequests, noteTenant } from "./request-log.ts";
import type { Params } from "./serve.ts";
import { serveInTurn } from "./serve-in-turn.ts";
import { inTraceOf, traceRequests } from "./trace-requests.ts";
import { Overloaded } from "./turns.ts";
import type { WebEnvironment } from "./web-environment.ts";

export type WebServerOptions = {
  readonly environment: WebEnvironment;
  readonly routes: readonly Route[];
  readonly health: HealthChecks;
};

const urlEncodedLimitBytes = 1024 * 1024;
/** Two hundred megabytes of plans over a slow line in the country (1 Mbit/s) take 27 minutes. */
const requestTimeout = 1_800_000;

/** Where no proxy does it: whoever takes longer to say what they want is not waited for. Node looks now and then. */
const slowHeaders = {
  headersTimeout: 30_000,
  connectionsCheckingInterval: 10_000,
};

/** What routes take is read by the modules. Fastify would load its own programs for schemas, for nothing. */
const withoutSchemas = {
  compilersFactory: {
    buildValidator: refuseSchema,
    buildSerializer: refuseSchema,
  },
};

function refuseSchema(): never {
  throw new Error("web server: routes have no schemas");
}

/** The web server with all routes, not listening yet. `close()` finishes running requests first. */
export async function createWebServer({
  environment,
  routes,
  health,
}: WebServerOptions): Promise<FastifyInstance> {
  const headers = securityHeaders(environment.publicScheme);
  const app = fastify({
    logger: false,
    genReqId: () => newId(),
    bodyLimit: urlEncodedLimitBytes,
    trustProxy:
      environment.trustedProxies.length > 0
        ? [...environment.trustedProxies]
        : false,
    forceCloseConnections: "idle",
    return503OnClosing: false, // other processes may be answering on the same port
    requestTimeout,
    http: slowHeaders,
    schemaController: withoutSchemas,
    clientErrorHandler: answerUnreadable,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // The whole address as a proxy may send it (RFC 9112 section 3.2.2): the host is taken from the header, never from here.
    rewriteUrl: ({ url = "/" }) => url.replace(/^https?:\/\/[^/?#]*\/?/i, "/"),
    // Addresses that cannot be decoded, or with a name longer than any there is: refused before routes and hooks.
    frameworkErrors: (error, request, reply) => {
      void reply.headers(headers).header("x-request-id", request.id);
      const status = error.code === "FST_ERR_BAD_URL" ? 400 : 404;
      void answerError(environment, { request, reply }, status);
    },
  });
  app.addHook("onRequest", (request, reply, done) => {
    void reply.headers(headers).header("x-request-id", request.id);
    done();
  });
  endWaiting(app, environment);
  watchRequests(app, environment);
  acceptForms(app);
  registerHealth(app, health);
  registerAssets(app, environment);
  registerRoutes(app, { environment, routes });
  answerFaults(app, environment);
  await app.ready();
  answerKeptPages(app.server, {
    ...environment,
    scheme: environment.publicScheme,
    headers,
  });
  limitConnections(app.server, connectionLimits);
  return app;
}

/** They would stay open for minutes, and closing waits for what is open. */
function endWaiting(app: FastifyInstance, environment: WebEnvironment): void {
  app.addHook("preClose", async () => {
    environment.eventStreams.closeAll();
    environment.turns.close();
    await environment.release();
  });
}

function watchRequests(
  app: FastifyInstance,
  environment: WebEnvironment,
): void {
  traceRequests(app, environment);
  logRequests(app, environment);
}

function registerRoutes(
  app: FastifyInstance,
  { environment, routes }: Omit<WebServerOptions, "health">,
): void {
  for (const candidates of byAddress([...routes, ...pagesAbove(routes)])) {
    const [{ method, path }] = candidates;
    app.route<{ Params: Params }>({
      method,
      url: path,
      handler: (request, reply) =>
        inTraceOf(request, () =>
          serveInTurn(environment, candidates, { request, reply }),
        ),
    });
  }
}

type Candidates = readonly [Route, ...Route[]];

/** The same address may mean one page on an authority's portal and another on the installation's own. */
function byAddress(routes: readonly Route[]): readonly Candidates[] {
  refuseClashes(routes);
  const groups = new Map<string, Candidates>();
  for (const route of routes) {
    const key = `${route.method} ${route.path}`;
    const others = groups.get(key);
    groups.set(key, others ? [...others, route] : [route]);
  }
  return [...groups.values()];
}

class UnreadableForm extends Error {
  readonly statusCode = 400;
}

function acceptForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => {
      const text = String(body);
      // Nobody types NUL, and no text column takes it.
      if (/%00|\0/.test(text)) done(new UnreadableForm());
      else done(null, new URLSearchParams(text));
    },
  );
  // Left on the socket for the route that streams it; other routes refuse it.
  app.addContentTypeParser(
    ["multipart/form-data", rawContentType, jsonContentType],
    (_request, _payload, done) => {
      done(null, undefined);
    },
  );
}

function answerFaults(app: FastifyInstance, environment: WebEnvironment): void {
  app.setNotFoundHandler((request, reply) =>
    answerError(environment, { request, reply }, 404),
  );
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Overloaded)
      return answerError(environment, { request, reply }, "busy");
    // Who goes away in the middle of a body is no fault of ours, and no sign that the database is away.
    const status = request.raw.errored === error ? 400 : statusOfFault(error);
    // One line tells of an outage; each request of it would be one more.
    if (status >= 500 && !(error instanceof DatabaseAway))
      inTraceOf(request, () => {
        logFault(environment.logger, error, request);
      });
    if (status === 503) environment.outage.suspect();
    return answerError(environment, { request, reply }, status);
  });
}

type Exchange = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

async function answerError(
  environment: WebEnvironment,
  { request, reply }: Exchange,
  status: 400 | 404 | 413 | 415 | 500 | 503 | "busy",
): Promise<FastifyReply> {
  const label = hostLabel(request.headers.host, environment.publicBaseDomain);
  const portal =
    label === undefined
      ? undefined
      : await environment.findPortal(label).catch(() => undefined);
  if (!portal) return sendPlainError(reply, status === "busy" ? 503 : status);
  noteTenant(request, portal.tenantId);
  if (status === 503 || status === "busy")
    return answerAway(
      environment,
      { request, reply, portal },
      status === "busy" ? "busy" : "away",
    );
  const notice = await environment.noticeOn(portal, {
    path: request.url.split("?", 1)[0] ?? "/",
    locale: "de",
  });
  return sendError(environment, { request, reply, portal, notice }, status);
}

function statusOfFault(error: unknown): 400 | 413 | 415 | 500 | 503 {
  const statusCode =
    error instanceof Error && "statusCode" in error
      ? error.statusCode
      : undefined;
  if (statusCode === 413) return 413;
  if (statusCode === 415) return 415;
  if (typeof statusCode === "number" && statusCode >= 400 && statusCode < 500)
    return 400;
  return isUnavailable(error) ? 503 : 500;
}

function logFault(
  logger: Logger,
  error: unknown,
  request: FastifyRequest,
): void {
  // The pattern, not the address: addresses hold private links.
  logger.error(
    {
      error,
      requestId: request.id,
      route: request.routeOptions.url ?? "unknown",
      method: request.method,
    },
    "request failed",
  );
}
