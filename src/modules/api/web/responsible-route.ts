import { createMissLimiter } from "../../../shell/web/miss-limiter.ts";
import type { PortalRequest, Raw, Route } from "../../../shell/web/route.ts";
import type { ApiPorts, ResponsibleAnswer } from "../ports.ts";
import { apiPath, operations } from "./operations.ts";
import { fieldsOf, problem } from "./problems.ts";
import { responsibleQuery } from "./schemas.ts";

const { method, path } = operations.findResponsible;

/** Nothing here is secret, but each answer asks the database. */
const limits = { misses: 600, windowMs: 60_000, maxClients: 10_000 };

/** Who is responsible for a Leistung at a place: public, as the page `/zustaendig`. */
export function responsibleRoute(
  ports: Pick<ApiPorts, "findResponsible">,
): Route {
  const limiter = createMissLimiter(limits);
  return {
    method,
    path: `${apiPath}${path}`,
    audience: "guest",
    handle: async (request) => {
      const now = request.context.now.getTime();
      const wait = limiter.secondsBlocked(request.clientAddress, now);
      if (wait > 0)
        return problem("too-many-calls", request, {
          headers: { "retry-after": String(wait) },
        });
      limiter.countMiss(request.clientAddress, now);
      return answerTo(request, ports);
    },
  };
}

async function answerTo(
  request: PortalRequest,
  { findResponsible }: Pick<ApiPorts, "findResponsible">,
): Promise<Raw> {
  const { context, portal, query } = request;
  const read = responsibleQuery.safeParse(Object.fromEntries(query));
  if (!read.success)
    return problem("query-wrong", request, { fields: fieldsOf(read.error) });
  const { leistung, ars } = read.data;
  const found = await findResponsible(context, { portal, leistung, ars });
  return found ? json(found) : problem("not-found", request);
}

const json = (body: ResponsibleAnswer): Raw => ({
  kind: "raw",
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
