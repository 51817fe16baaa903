import type { FastifyReply } from "fastify";
import { parseCookies } from "./cookies.ts";
import type { Route } from "./route.ts";
import { sendPlainError } from "./send-reply.ts";
import { serveVisit, type Exchange } from "./serve.ts";
import type { Urgency } from "./turns.ts";
import { urgencyOf } from "./urgency.ts";
import type { WebEnvironment } from "./web-environment.ts";

/** Answers one request when it is its turn. Throws `Overloaded`, and `DatabaseAway` instead of waiting for a database that is away. */
export function serveInTurn(
  environment: WebEnvironment,
  candidates: readonly Route[],
  exchange: Exchange,
): Promise<FastifyReply> {
  const { turns, outage } = environment;
  return outage.guard(async () => {
    await turns.wait(() => urgencyIn(environment, candidates, exchange));
    const { request, reply } = exchange;
    // Answered or gone meanwhile: what nobody waits for any more is not begun.
    if (reply.sent) return reply;
    if (request.raw.socket.destroyed) return sendPlainError(reply, 400);
    return serveVisit(environment, candidates, exchange);
  });
}

function urgencyIn(
  { publicScheme }: WebEnvironment,
  candidates: readonly Route[],
  { request: { method, url, headers } }: Exchange,
): Urgency {
  return urgencyOf({
    method,
    path: url,
    cookies: parseCookies(headers.cookie, publicScheme),
    acceptsCrossSite: candidates.some(
      ({ acceptsCrossSite }) => acceptsCrossSite,
    ),
  });
}
