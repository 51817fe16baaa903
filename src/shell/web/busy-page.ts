import type { FastifyReply, FastifyRequest } from "fastify";
import { randomInt } from "node:crypto";
import type { Portal } from "../../modules/tenants/index.ts";
import { html } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import { buttonRow, linkButton } from "../../ui/button.ts";
import { pageHeading } from "../../ui/heading.ts";
import { shellTexts } from "../i18n/texts.ts";
import { renderBarePage } from "./bare-page.ts";
import { madeOnce } from "./made-once.ts";
import { renderedPage, type RenderedPage } from "./rendered-page.ts";
import { sendBytes } from "./send-reply.ts";
import type { WebEnvironment } from "./web-environment.ts";

type Visit = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly portal: Portal;
  readonly locale: Locale;
};

const quality = 6;
const busyPages = madeOnce<RenderedPage>();

/** When to come again: not all at the same time. */
export const comeAgainSeconds = (): number => randomInt(10, 31);

/** Very many are here: a page that is made once and tries again by itself, so that it costs next to nothing to send. */
export function sendBusyPage(
  environment: WebEnvironment,
  visit: Visit,
): FastifyReply {
  const { request, reply } = visit;
  const seconds = String(comeAgainSeconds());
  void reply.code(503).headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    vary: "accept-encoding, cookie",
    "retry-after": seconds,
    // What browsers understand of the same; what was sent is not sent again by itself.
    ...(request.method === "GET" && { refresh: seconds }),
  });
  return sendBytes(
    visit,
    busyPages(visit, () => makePage(environment, visit)),
  );
}

function makePage(
  environment: WebEnvironment,
  { portal, locale }: Visit,
): RenderedPage {
  const t = shellTexts(locale);
  const title = t("error.busy.title");
  const document = renderBarePage(environment, {
    portal,
    locale,
    path: "/",
    correlationId: "",
    title,
    main: html`${pageHeading({
      title,
      preline: t("error.preline", { status: 503 }),
      lead: t("error.busy.body"),
    })}
    ${buttonRow(linkButton({ label: t("error.busy.again"), href: "" }))}`,
  });
  return renderedPage(document, quality);
}
