import type { FastifyReply } from "fastify";
import { formatClock } from "../../platform/i18n/dates.ts";
import { html } from "../../platform/html/html.ts";
import { alert } from "../../ui/alert.ts";
import { shellTexts } from "../i18n/texts.ts";
import { notKept, sendAgainPage, type AgainVisit } from "./again-page.ts";
import { comeAgainSeconds, sendBusyPage } from "./busy-page.ts";
import { localeOf, parseCookies } from "./cookies.ts";
import { portalBaseUrl } from "./host.ts";
import { pageKey } from "./kept-pages.ts";
import { sentForm } from "./offer-again.ts";
import type { StalePage } from "./page-cache.ts";
import { personalPage } from "./rendered-page.ts";
import { isForPrograms } from "./send-problem.ts";
import { isFromSameOrigin } from "./same-origin.ts";
import { sendBytes, sendError } from "./send-reply.ts";
import type { WebEnvironment } from "./web-environment.ts";

const awaySeconds = 30;

/**
 * Answers while the database is away, or more came than can be served: a public page as it was seen last, with a notice; to what somebody sent, a
 * page that keeps it and sends it once more; everything else by 503.
 */
export async function answerAway(
  environment: WebEnvironment,
  exchange: Pick<AgainVisit, "request" | "reply" | "portal">,
  why: "away" | "busy",
): Promise<FastifyReply> {
  const { request, reply, portal } = exchange;
  const { headers, url } = request;
  const locale = localeOf(
    parseCookies(headers.cookie, environment.publicScheme),
  );
  const visit = { ...exchange, locale };
  const seconds = why === "busy" ? comeAgainSeconds() : awaySeconds;
  void reply.header("retry-after", String(seconds));
  if (request.method === "GET") {
    const key = pageKey(headers.host, locale, url);
    const stale = environment.pageCache.findStale(key, Date.now());
    if (stale) return sendStale(visit, stale);
  }
  const isOwn = isFromSameOrigin(
    headers,
    portalBaseUrl(portal.host, environment),
  );
  const sent = isOwn ? await sentForm(request) : undefined;
  if (sent)
    return sendAgainPage(environment, visit, { sent, reason: { status: 503 } });
  return why === "busy" && !isForPrograms(url)
    ? sendBusyPage(environment, visit)
    : sendError(environment, visit, 503);
}

function sendStale(
  visit: AgainVisit,
  { page, keptAt }: StalePage,
): FastifyReply {
  const { locale, reply } = visit;
  const t = shellTexts(locale);
  const time = formatClock(new Date(keptAt), locale);
  const notice = html`<section
    class="portal-notices"
    aria-label="${t("stale.region")}"
  >
    ${alert({ kind: "warning", title: t("stale.title"), body: t("stale.body", { time }) })}
  </section>`;
  const text = page.bytes("identity").toString();
  void reply.code(200).headers(notKept);
  return sendBytes(
    visit,
    // A function: nothing in the notice is meant for `replace`.
    personalPage(
      text.replace('<main id="main"', (main) => `${String(notice)}${main}`),
    ),
  );
}
