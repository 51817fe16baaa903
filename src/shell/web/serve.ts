import type { FastifyReply, FastifyRequest } from "fastify";
import type { Portal } from "../../modules/tenants/index.ts";
import type { SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import { clientNetwork } from "./client-network.ts";
import { localeOf, parseCookies } from "./cookies.ts";
import { hostLabel, portalBaseUrl } from "./host.ts";
import { pageKey } from "./kept-pages.ts";
import { receiveForm } from "./receive-form.ts";
import { noteRefused, noteTenant } from "./request-log.ts";
import { type PortalRequest, type Reply, type Route } from "./route.ts";
import { isFromSameOrigin } from "./same-origin.ts";
import { isProgramInTheOpen } from "./send-problem.ts";
import { frameOf, sendError, sendPlainError, sendReply } from "./send-reply.ts";
import {
  actorOf,
  citizenOf,
  findSignedIn,
  refusalFor,
  shownIn,
  type SignedIn,
} from "./signed-in.ts";
import type { WebEnvironment } from "./web-environment.ts";
import { askToSignIn } from "./ask-to-sign-in.ts";
import { chosenLocale, switchLanguage } from "./switch-language.ts";
import { countsOn } from "./menu-counts.ts";
import { staffEntry, workStart } from "./work-navigation.ts";

/** Named parts of a route's path, as Fastify reads them from the address. */
export type Params = Readonly<Record<string, string>>;

export type Exchange = {
  readonly request: FastifyRequest<{ Params: Params }>;
  readonly reply: FastifyReply;
};
type Visit = Exchange & {
  readonly portal: Portal;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly locale: Locale;
  readonly notice: SafeHtml | undefined;
  /** Before anything of the page was read. */
  readonly begun: number;
};

/** Portal, its route of this address, language, origin, session, then the route's own handler. */
export async function serveVisit(
  environment: WebEnvironment,
  candidates: readonly Route[],
  exchange: Exchange,
): Promise<FastifyReply> {
  const label = hostLabel(
    exchange.request.headers.host,
    environment.publicBaseDomain,
  );
  const portal =
    label === undefined ? undefined : await environment.findPortal(label);
  if (!portal) return sendPlainError(exchange.reply, 404);
  noteTenant(exchange.request, portal.tenantId);
  const visit = await openVisit(environment, exchange, portal);
  // Nobody types NUL, and no text column takes it.
  if (exchange.request.url.includes("%00"))
    return sendError(environment, visit, 400);
  if (isProgramInTheOpen(environment, exchange.request))
    return sendError(environment, visit, 403);
  const route = candidates.find((candidate) => isInScope(candidate, portal));
  if (!route) return sendError(environment, visit, 404);
  if (route.method === "GET") {
    const chosen = chosenLocale(visit.query);
    if (chosen) return switchLanguage(environment, visit, chosen);
    if (route.audience === "public")
      return servePublic(environment, route, visit);
  } else if (!isOriginAllowed(environment, route, visit)) {
    return sendError(environment, visit, 403);
  }
  return servePersonal(environment, route, visit);
}

function isOriginAllowed(
  environment: WebEnvironment,
  { method, acceptsCrossSite }: Route,
  { request, portal }: Visit,
): boolean {
  return (
    method === "HEAD" ||
    acceptsCrossSite === true ||
    isFromSameOrigin(request.headers, portalBaseUrl(portal.host, environment))
  );
}

async function openVisit(
  environment: WebEnvironment,
  exchange: Exchange,
  portal: Portal,
): Promise<Visit> {
  const begun = environment.pageCache.begin();
  const [path = "/", query = ""] = exchange.request.url.split("?", 2);
  const cookies = parseCookies(
    exchange.request.headers.cookie,
    environment.publicScheme,
  );
  const locale = localeOf(cookies);
  return {
    ...exchange,
    portal,
    path,
    query: new URLSearchParams(query),
    cookies,
    locale,
    notice: await environment.noticeOn(portal, { path, locale }),
    begun,
  };
}

function isInScope(route: Route, portal: Portal): boolean {
  const scope = route.scope ?? "authority";
  return (
    scope === "any" ||
    (scope === "installation") === (portal.kind === "installation")
  );
}

/** A page that is the same for everybody: made once, kept until something on it changes (kept-pages.ts sends it to the next visitors). */
async function servePublic(
  environment: WebEnvironment,
  route: Route,
  visit: Visit,
): Promise<FastifyReply> {
  const { headers, url } = visit.request;
  const keptAs = {
    key: pageKey(headers.host, visit.locale, url),
    begun: visit.begun,
    tenantIds: await environment.relatedTenants(visit.portal),
    isBrief: visit.query.size > 0,
  };
  const request = await portalRequest(environment, visit, { route });
  const answer = await route.handle(request);
  if (answer.kind !== "page" || answer.status !== 200)
    environment.pageCache.drop(keptAs.key);
  return sendReply(
    environment,
    { ...visit, frame: { ...frameOf(request), notice: visit.notice }, keptAs },
    answer,
  );
}

async function servePersonal(
  environment: WebEnvironment,
  route: Route,
  visit: Visit,
): Promise<FastifyReply> {
  // Nobody sets this one.
  const now = performance.now();
  const wait = route.guessable
    ? environment.missLimiter.secondsBlocked(
        clientNetwork(visit.request.ip),
        now,
      )
    : 0;
  if (wait > 0) {
    void visit.reply.header("retry-after", String(wait));
    return sendError(environment, visit, 429);
  }
  const signedIn = await findSignedIn(environment, visit);
  const refusal = refusalFor(route, signedIn);
  if (refusal === "sign-in") return askToSignIn(environment, route, visit);
  if (refusal) return refuseStaff(environment, visit, { refusal, ...signedIn });
  const request = await portalRequest(environment, visit, {
    route,
    ...signedIn,
  });
  const answer = await answerOf(environment, route, { visit, request });
  if (route.guessable && isMiss(answer))
    environment.missLimiter.countMiss(clientNetwork(visit.request.ip), now);
  const frame = {
    ...frameOf(request),
    notice: visit.notice,
    ...shownIn(route, signedIn),
    ...(await countsOn(environment, request, answer)),
  };
  return sendReply(environment, { ...visit, frame }, answer);
}

async function answerOf(
  environment: WebEnvironment,
  route: Route,
  {
    visit,
    request,
  }: { readonly visit: Visit; readonly request: PortalRequest },
): Promise<Reply> {
  if (route.isRaw) {
    const { headers, raw: body } = visit.request;
    return route.handle({ ...request, raw: { headers, body } });
  }
  const received = await receiveForm(environment, route, {
    ...visit,
    bare: request,
  });
  return received.ok ? route.handle(received.value) : received.refusal;
}

/** Not every role sees the first page of the work area: whoever comes in by it is led to a page of their own. */
function refuseStaff(
  environment: WebEnvironment,
  visit: Visit,
  { refusal, staff }: SignedIn & { readonly refusal: 403 },
): FastifyReply {
  if (staff && visit.path === staffEntry(visit.portal))
    return visit.reply
      .header("cache-control", "no-store")
      .redirect(workStart(staff, visit.portal), 303);
  if (staff) noteRefused(visit.request, staff.staffId);
  return sendError(environment, visit, refusal);
}

function isMiss(answer: Reply): boolean {
  // A program is told by 401 that it guessed wrong.
  if (answer.kind === "raw") return answer.status === 401;
  return (
    (answer.kind === "error" || answer.kind === "page") && answer.status === 404
  );
}

async function portalRequest(
  environment: WebEnvironment,
  visit: Visit,
  { route, ...signedIn }: SignedIn & { readonly route: Route },
): Promise<PortalRequest> {
  const { request, portal, locale, path, query, cookies } = visit;
  const known = {
    portal,
    locale,
    cookies,
    params: request.params,
    fields:
      request.body instanceof URLSearchParams
        ? request.body
        : new URLSearchParams(),
  };
  const authority = (await route.findAuthority?.(known)) ?? portal;
  const { account } = signedIn;
  const staff =
    authority.tenantId === portal.tenantId ? signedIn.staff : undefined;
  const caller = { locale, correlationId: request.id };
  const context = environment.createContext({
    ...caller,
    tenantId: authority.tenantId,
    actor: actorOf(route, { staff, account }),
  });
  const accountContext = environment.createContext({
    ...caller,
    tenantId: await environment.installationTenantId(),
    actor: citizenOf(account),
  });
  return {
    ...known,
    context,
    accountContext,
    account,
    authority,
    baseUrl: portalBaseUrl(portal.host, environment),
    path,
    query,
    files: [],
    clientAddress: clientNetwork(request.ip),
    userAgent: request.headers["user-agent"],
    staff,
  };
}
